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
  activated: "good",
  needs_changes: "warn",
};

export const SELLER_STATUSES = ["applied", "approved", "active", "paused", "suspended", "terminated"];

export function sellerStatusText(status: string): string {
  const words: Record<string, string> = {
    applied: t("Applied"),
    approved: t("Approved"),
    active: t("Active"),
    paused: t("Paused"),
    suspended: t("Suspended"),
    rejected: t("Rejected"),
    terminated: t("Ended"),
    activated: t("Yes"),
    created: t("Being set up"),
    under_review: t("Being checked"),
    needs_clarification: t("Needs changes"),
    draft: t("Draft"),
    submitted: t("Submitted"),
    checking: t("Being checked"),
    in_review: t("In review"),
    verified: t("Verified"),
    needs_changes: t("Needs changes"),
  };
  return words[status] ?? (status.replaceAll("_", " ") || t("Not yet"));
}

export function SellerStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status]}>{sellerStatusText(status)}</Badge>;
}
