import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = { draft: "plain", proposed: "info", published: "good", rejected: "bad" };

export const PRODUCT_STATUSES = ["draft", "proposed", "published", "rejected", "archived"];

export function productStatusText(status: string): string {
  const words: Record<string, string> = {
    draft: t("Draft"),
    proposed: t("In review"),
    published: t("Live"),
    rejected: t("Sent back"),
    archived: t("Archived"),
  };
  return words[status] ?? status;
}

export function ProductStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status]}>{productStatusText(status)}</Badge>;
}
