import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = { active: "good", empty: "plain", blocked: "bad", expired: "plain" };

export function CardStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status] ?? "plain"}>{stateText(status)}</Badge>;
}

export function stateText(status: string): string {
  const names: Record<string, string> = {
    active: t("Can be spent"),
    empty: t("Used up"),
    blocked: t("Blocked"),
    expired: t("Ended"),
  };
  return names[status] ?? status;
}
