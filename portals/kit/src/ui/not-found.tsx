import { t } from "@kit/i18n/t";
import { Link } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { buttonClass } from "./button";
import { EmptyState } from "./empty-state";

export function NotFound() {
  return (
    <EmptyState
      icon={Compass}
      title={t("Not found")}
      action={
        <Link to="/" className={buttonClass()}>
          {t("Go to the first page")}
        </Link>
      }
    >
      {t("There is no page at this address, or it is not yours.")}
    </EmptyState>
  );
}
