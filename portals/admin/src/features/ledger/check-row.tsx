import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import type { BookCheck } from "@/api/types";
import { t } from "@/i18n/t";

/** One invariant, how much of it was looked at, and whether it holds. */
export function CheckRow({ check: { number, title, looked_at, holds, warnings } }: { check: BookCheck }) {
  return (
    <li className="flex items-start gap-2.5 py-2 text-sm">
      {holds && warnings.length > 0 ? (
        <CircleAlert aria-label={t("Something waits")} size={16} className="mt-0.5 shrink-0 text-warn" />
      ) : holds ? (
        <CircleCheck aria-label={t("Holds")} size={16} className="mt-0.5 shrink-0 text-good" />
      ) : (
        <CircleX aria-label={t("Does not hold")} size={16} className="mt-0.5 shrink-0 text-bad" />
      )}
      <span className="min-w-0 flex-1">
        <span className="tnum text-faint">{number}. </span>
        {title}
      </span>
      <span className="tnum text-faint text-xs">{looked_at}</span>
    </li>
  );
}
