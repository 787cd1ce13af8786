import { LinkButton } from "@kit/ui/link-button";
import { Notice } from "@kit/ui/notice";
import { useLocation } from "@tanstack/react-router";
import { t } from "@/i18n/t";
import { standing } from "./standing";
import { useApplication } from "./use-application";

/** What is due before the shop can sell, on every page until nothing is. */
export function ApplicationBanner() {
  const { data: application } = useApplication();
  const { pathname } = useLocation();
  if (application === undefined || pathname === "/application") return null;
  const now = standing(application);
  if (now.open) return null;
  return (
    <div className="mx-auto max-w-6xl px-4 pt-4 sm:px-6 lg:px-8">
      <Notice
        tone={now.tone}
        title={now.title}
        action={
          <LinkButton to="/application" size="sm">
            {t("See the application")}
          </LinkButton>
        }
      >
        <span className="max-sm:hidden">{now.next}</span>
      </Notice>
    </div>
  );
}
