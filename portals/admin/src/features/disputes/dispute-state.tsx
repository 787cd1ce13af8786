import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = {
  open: "warn",
  evidence_due: "warn",
  submitted: "info",
  won: "good",
  lost: "bad",
  accepted: "bad",
  closed: "plain",
};

export const stateWords = (): Record<string, string> => ({
  open: t("Open"),
  evidence_due: t("Evidence due"),
  submitted: t("At the bank"),
  won: t("Won"),
  lost: t("Lost"),
  accepted: t("Accepted"),
  closed: t("Closed"),
});

export function DisputeState({ state }: { state: string }) {
  return <Badge tone={TONES[state] ?? "plain"}>{stateWords()[state] ?? state}</Badge>;
}
