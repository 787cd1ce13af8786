import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = {
  scheduled: "info",
  in_transit: "info",
  paid: "good",
  failed: "bad",
  on_hold: "warn",
  carried: "warn",
};

export function PayoutStatus({ status }: { status: string }) {
  const words: Record<string, string> = {
    scheduled: t("Scheduled"),
    in_transit: t("In transit"),
    paid: t("Paid"),
    failed: t("Failed"),
    on_hold: t("On hold"),
    carried: t("Carried over"),
  };
  return <Badge tone={TONES[status]}>{words[status] ?? status}</Badge>;
}
