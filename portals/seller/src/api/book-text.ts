import { t } from "@/i18n/t";

/** Entries whose description says more than their reference. */
const SAYING_MORE = /^(credit\.|payout\.(adjusted|written_off)$)/;

/** What an entry of what a seller is owed is about. One of a kind that is not known here says what it says itself. */
export function bookText({ code, description }: { code: string; description: string }): string {
  const words: Record<string, string> = {
    "seller_order.delivered": t("Sale delivered"),
    "seller_order.fees": t("Commission, GST and taxes withheld"),
    "seller_order.fees_back": t("Commission and TCS given back"),
    "payout.started": t("Payout sent to the bank"),
    "payout.paid": t("Payout arrived"),
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
  };
  const said = words[code.replace(/\.reversal$/, "")];
  if (!said) return description || code;
  const text = code.endsWith(".reversal") ? t("Taken back: {what}", { what: said }) : said;
  return description && SAYING_MORE.test(code) ? `${text}: ${description}` : text;
}
