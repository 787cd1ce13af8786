import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = {
  submitted: "info",
  checking: "info",
  in_review: "warn",
  verified: "good",
  needs_changes: "warn",
  rejected: "bad",
  suspended: "bad",
};

export const ENTITY_STATUSES = ["in_review", "checking", "needs_changes", "verified", "rejected"];

export function entityStatusText(status: string): string {
  const words: Record<string, string> = {
    draft: t("Draft"),
    submitted: t("Submitted"),
    checking: t("Being checked"),
    in_review: t("In review"),
    verified: t("Verified"),
    needs_changes: t("Needs changes"),
    rejected: t("Rejected"),
    suspended: t("Suspended"),
  };
  return words[status] ?? status;
}

export function EntityStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status]}>{entityStatusText(status)}</Badge>;
}
