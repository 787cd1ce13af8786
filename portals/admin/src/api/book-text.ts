import { t } from "@/i18n/t";

/** Entries whose description says more than their reference. */
const SAYING_MORE =
  /^(credit\.|dispute\.|payout\.(adjusted|written_off)$|cash\.remitted$|tax\.deposited|payment\.captured$)/;

/** What an entry of the books is about. One of a kind that is not known here says what it says itself. */
export function bookText({ code, description }: { code: string; description: string }): string {
  const words: Record<string, string> = {
    "payment.captured": t("Payment received"),
    "payment.late": t("Payment after the order had ended"),
    "seller_order.delivered": t("Sale delivered"),
    "seller_order.fees": t("Commission, GST and taxes withheld"),
    "seller_order.cancelled": t("Sale cancelled"),
    "order.cod_fee": t("Cash-on-delivery fee"),
    "payment.unknown": t("Payment that no order asked for"),
    "seller_order.fees_back": t("Commission and TCS given back"),
    "settlement.processed": t("Settled to the bank"),
    "transfer.fee_kept": t("Fee kept for a share that came back"),
    "refund.processed": t("Refund"),
    "payout.started": t("Payout sent to the bank"),
    "payout.paid": t("Payout arrived"),
    "cash.remitted": t("Cash arrived at the bank"),
    "payout.returned": t("Payout did not arrive"),
    "payout.bounced": t("Payout came back"),
    "payout.reserve_held": t("Kept in reserve"),
    "payout.reserve_released": t("Reserve paid back"),
    "payout.adjusted": t("Adjustment"),
    "payout.written_off": t("Debt written off"),
    "credit.return": t("Given back for a return"),
    "credit.claim": t("Given back for a claim"),
    "credit.undelivered": t("It came back undelivered"),
    "credit.dispute": t("Given back for a dispute"),
    "credit.goodwill": t("Given back as a courtesy"),
    "credit.exchange": t("Difference of an exchange"),
    "credit.cancelled": t("Cancelled before it was sent"),
    "credit.fees_back": t("Commission and TCS given back"),
    "dispute.chargeback": t("Taken by the customer's bank"),
    "dispute.chargeback-back": t("Given back by the customer's bank"),
    "dispute.brand_bears": t("Dispute that the brand bears"),
    "dispute.covers_refund": t("Refund that a dispute stands for"),
    "tax.deposited": t("Tax deposited"),
    "gift_card.issued": t("Gift card issued"),
    "gift_card.spent": t("Paid with a gift card"),
    "gift_card.given_back": t("Back on the gift card"),
    "gift_card.expired": t("Gift card ended unspent"),
  };
  const said = words[code.replace(/\.reversal$/, "")];
  if (!said) return description || code;
  const text = code.endsWith(".reversal") ? t("Taken back: {what}", { what: said }) : said;
  return description && SAYING_MORE.test(code) ? `${text}: ${description}` : text;
}
