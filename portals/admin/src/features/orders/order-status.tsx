import { Badge, type Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = {
  awaiting_payment: "plain",
  placed: "info",
  accepted: "info",
  packed: "info",
  shipped: "info",
  delivered: "good",
  completed: "good",
  captured: "good",
  collected: "good",
  to_collect: "info",
  processed: "good",
  released: "good",
  held: "info",
  reversed: "warn",
  refunded: "bad",
  partially_refunded: "warn",
  failed: "bad",
  declined: "bad",
  cancelled: "bad",
};

export const ORDER_STATUSES = ["placed", "awaiting_payment", "cancelled", "expired"];

export function orderStatusText(status: string): string {
  const words: Record<string, string> = {
    awaiting_payment: t("Waiting for payment"),
    expired: t("Never paid"),
    placed: t("Placed"),
    accepted: t("Accepted"),
    packed: t("Packed"),
    shipped: t("Shipped"),
    delivered: t("Delivered"),
    completed: t("Completed"),
    declined: t("Declined"),
    cancelled: t("Cancelled"),
    created: t("Started"),
    authorised: t("Authorised"),
    captured: t("Paid"),
    collected: t("Collected"),
    to_collect: t("To be collected"),
    not_collected: t("Never collected"),
    refunded: t("Refunded"),
    partially_refunded: t("Partly refunded"),
    failed: t("Failed"),
    pending: t("Pending"),
    processed: t("Done"),
    intended: t("Intended"),
    held: t("Held"),
    released: t("Released"),
    reversed: t("Taken back"),
  };
  return words[status] ?? status.replaceAll("_", " ");
}

export function OrderStatus({ status }: { status: string }) {
  return <Badge tone={TONES[status]}>{orderStatusText(status)}</Badge>;
}
