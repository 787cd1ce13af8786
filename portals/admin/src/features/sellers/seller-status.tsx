import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = {
  applied: "warn",
  approved: "info",
  active: "good",
  paused: "plain",
  suspended: "bad",
  rejected: "bad",
  terminated: "bad",
  verified: "good",
  needs_changes: "warn",
};

export const SELLER_STATUSES = ["applied", "approved", "active", "paused", "suspended", "rejected"];

export function sellerStatusText(status: string): string {
  const words: Record<string, string> = {
    applied: t("Applied"),
    approved: t("Approved"),
    active: t("Active"),
    paused: t("Paused"),
    suspended: t("Suspended"),
    rejected: t("Rejected"),
    terminated: t("Ended"),
    draft: t("Draft"),
    submitted: t("Submitted"),
    checking: t("Being checked"),
    in_review: t("In review"),
    verified: t("Verified"),
    needs_changes: t("Needs changes"),
  };
  return words[status] ?? status;
}

export function SellerStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status]}>{sellerStatusText(status)}</Badge>;
}
