import { momentText } from "@kit/format/date";
import { t } from "@/i18n/t";

/** What the provider calls otherwise than we do. */
export const SAME: Record<string, string> = { amount_deducted: "deducted" };

const AMOUNTS = new Set([
  "amount",
  "amount_refunded",
  "amount_reversed",
  "booked",
  "credit",
  "debit",
  "deducted",
  "fee",
  "fees",
  "tax",
]);

/** What of a thing one side speaks of; a word of the provider's that is not known here stays as it is. */
export function sideName(name: string): string {
  const words: Record<string, string> = {
    amount: t("Amount"),
    amount_refunded: t("Given back"),
    amount_reversed: t("Taken back"),
    booked: t("In the books"),
    credit: t("Credit"),
    currency: t("Currency"),
    debit: t("Debit"),
    deducted: t("Taken by the bank"),
    dispute_id: t("Dispute"),
    failure: t("What went wrong"),
    fee: t("Fee"),
    fees: t("Fee"),
    jobs: t("Jobs"),
    method: t("Paid by"),
    oldest: t("Oldest"),
    on_hold: t("On hold"),
    order_id: t("Provider's order"),
    payment_id: t("Provider's payment"),
    phase: t("Stage"),
    rail: t("How it goes"),
    recipient: t("To"),
    seller: t("Seller"),
    settlement_id: t("Settlement"),
    settlement_status: t("Settled"),
    source: t("From"),
    speed_processed: t("Speed"),
    status: t("Status"),
    tax: t("GST on it"),
    tries: t("Tries"),
    type: t("Kind"),
    wanted: t("Asked for"),
  };
  return words[name] ?? name.replaceAll("_", " ");
}

const ours = (): Record<string, Record<string, string>> => ({
  rail: {
    route_hold: t("Share on hold"),
    route_direct: t("Transfer from the balance"),
    bank_file: t("Bank file"),
  },
  status: {
    created: t("Started"),
    authorised: t("Authorised"),
    captured: t("Paid"),
    partially_refunded: t("Partly refunded"),
    refunded: t("Refunded"),
    pending: t("Pending"),
    processed: t("Done"),
    failed: t("Failed"),
    intended: t("Intended"),
    held: t("Held"),
    released: t("Released"),
    reversed: t("Taken back"),
    in_transit: t("In transit"),
    sent: t("Sent"),
    paid: t("Paid"),
    returned: t("Came back"),
  },
});

/** A figure or word of our side; the provider's own words are shown as its dashboard has them. */
export function sideValue(name: string, value: unknown, currency: string, isOurs: boolean): string {
  if (AMOUNTS.has(name) && typeof value === "number") {
    return new Intl.NumberFormat("en-IN", { style: "currency", currency }).format(value / 100);
  }
  if (typeof value === "boolean") return value ? t("Yes") : t("No");
  const text = String(value);
  if (!isOurs) return text;
  if (name === "oldest") return momentText(text);
  return ours()[name]?.[text] ?? text;
}
