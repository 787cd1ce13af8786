import { t } from "@kit/i18n/t";
import { Stat, StatGrid } from "@kit/ui/stat";
import { countText } from "./duration";
import type { Counts, Outcome } from "./types";

export function outcomeText(outcome: Outcome | "", phase: "check" | "run" | "undo"): string {
  if (outcome === "") return t("Not reached");
  if (phase === "undo") return outcome === "refused" ? t("Left as it is") : t("Taken back");
  return {
    create: phase === "check" ? t("To be made") : t("Made"),
    change: phase === "check" ? t("To be changed") : t("Changed"),
    unchanged: t("Unchanged"),
    refused: t("Refused"),
  }[outcome];
}

/** The sum of a check, a run or a roll-back. */
export function CountGrid({ counts, phase }: { counts: Counts; phase: "check" | "run" | "undo" }) {
  const shown: Outcome[] = phase === "undo" ? ["change", "refused"] : ["create", "change", "unchanged", "refused"];
  return (
    <StatGrid>
      {shown.map((outcome) => (
        <Stat
          key={outcome}
          label={outcomeText(outcome, phase)}
          value={countText(counts[outcome])}
          urgent={outcome === "refused" && counts.refused > 0}
        />
      ))}
    </StatGrid>
  );
}
