import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";
import type { PromotionRow } from "./types";

const TONES: Record<PromotionRow["status"], Tone> = { draft: "plain", running: "good", paused: "warn", ended: "plain" };

export function PromotionStatus({ status }: { status: PromotionRow["status"] }) {
  const names = { draft: t("Draft"), running: t("Running"), paused: t("Paused"), ended: t("Ended") };
  return <Badge tone={TONES[status]}>{names[status]}</Badge>;
}
