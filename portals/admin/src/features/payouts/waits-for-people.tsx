import { Notice } from "@kit/ui/notice";
import { t } from "@/i18n/t";
import type { RunRow } from "./types";

/** Who still has to say yes to a run above the limit. */
export function WaitsForPeople({ run }: { run: RunRow }) {
  if (run.status !== "proposed") return null;
  if (run.people_missing > 1)
    return (
      <Notice tone="warn" title={t("Two people have to approve this run")}>
        {t("The schedule made it and it is above the limit. Nothing is paid before the second of them approves it.")}
      </Notice>
    );
  return (
    <Notice tone="warn" title={t("One more person has to approve this run")}>
      {run.may_decide
        ? t("{name} asked for it or approved it first.", { name: run.proposed_by ?? "–" })
        : t("You asked for it or approved it first. Somebody else approves it; you can still reject it.")}
    </Notice>
  );
}
