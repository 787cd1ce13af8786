import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = { open: "warn", explained: "info", resolved: "good" };

export function DifferenceState({ state, byItself }: { state: string; byItself?: boolean }) {
  const words: Record<string, string> = {
    open: t("Open"),
    explained: t("Explained"),
    resolved: byItself ? t("Gone by itself") : t("Settled"),
  };
  return <Badge tone={TONES[state] ?? "plain"}>{words[state] ?? state}</Badge>;
}
