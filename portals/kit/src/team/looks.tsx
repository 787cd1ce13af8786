import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Eye } from "lucide-react";
import type { Look } from "./types";

/** When staff from above saw this place as its own people see it, and why. */
export function Looks({ path }: { path: string }) {
  const query = useResource<Look[]>(path, { limit: 100 });
  return (
    <Section title={t("Looks from outside")} flush>
      <Loaded query={query} flush>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Eye} title={t("Nobody looked")}>
              {t("Support can see this place as you see it, for 15 minutes and read-only. Each time is listed here.")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {rows.map(({ id, by, side, reason, started_at, requests }) => (
                <li key={id} className="px-4 py-3 text-sm">
                  <p>
                    <span className="font-medium">{by}</span>{" "}
                    <span className="text-muted">
                      {side === "platform" ? t("of the platform") : t("of the brand")} ·{" "}
                      <time dateTime={started_at}>{momentText(started_at)}</time> ·{" "}
                      {t("{count} pages and answers", { count: requests })}
                    </span>
                  </p>
                  <p className="wrap-anywhere mt-0.5">{reason}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
