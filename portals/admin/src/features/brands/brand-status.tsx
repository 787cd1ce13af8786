import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = { active: "good", suspended: "bad", provisioning: "info", closing: "warn" };

export function BrandStatus({ status }: { status: string }) {
  const words: Record<string, string> = {
    draft: t("Draft"),
    provisioning: t("Being set up"),
    active: t("Active"),
    suspended: t("Suspended"),
    closing: t("Closing"),
  };
  return <Badge tone={TONES[status]}>{words[status] ?? status}</Badge>;
}
