import { t } from "@/i18n/t";

/** What an entry of the books is about; its own description comes first, the bare code last. */
export function bookText({ code, description }: { code: string; description: string }): string {
  const words: Record<string, string> = {
    "payment.captured": t("Payment received"),
    "payment.late": t("Payment after the order had ended"),
    "seller_order.delivered": t("Sale delivered"),
    "seller_order.fees": t("Commission, GST and taxes withheld"),
    "seller_order.cancelled": t("Sale cancelled"),
    "order.cod_fee": t("Cash-on-delivery fee"),
    "refund.processed": t("Refund"),
    "payout.started": t("Payout sent to the bank"),
    "payout.paid": t("Payout arrived"),
    "payout.returned": t("Payout did not arrive"),
    "payout.bounced": t("Payout came back"),
    "payout.reserve_held": t("Kept in reserve"),
    "payout.reserve_released": t("Reserve paid back"),
    "payout.adjusted": t("Adjustment"),
  };
  return description || (words[code] ?? code);
}
