import { t } from "@/i18n/t";

const names = (): Record<string, string> => ({
  gateway_clearing: t("At the payment provider"),
  bank: t("In the bank"),
  cod_receivable: t("Cash with couriers"),
  disputed: t("Taken by customers' banks"),
  gst_input_credit: t("GST in the provider's fees"),
  order_holding: t("Paid, not delivered yet"),
  seller_payable: t("Owed to a seller"),
  payout_in_transit: t("On its way to a seller"),
  seller_reserve: t("Kept back of a seller"),
  refund_payable: t("Owed to customers"),
  gst_output: t("GST on own fees"),
  vat_output: t("VAT on own fees"),
  tcs_payable: t("TCS to be paid"),
  tds_payable: t("TDS to be paid"),
  suspense: t("Without an order, on its way back"),
  commission_revenue: t("Commission"),
  cod_fee_income: t("Fees for cash on delivery"),
  gateway_fee: t("Fees of the payment provider"),
  route_fee: t("Fees for paying sellers"),
  chargeback_loss: t("Lost disputes"),
  promo_expense: t("Discounts that the brand pays"),
  seller_adjustments: t("Adjustments to sellers"),
  goodwill_expense: t("Goodwill"),
});

/** What an account is for; of one that is not known here, its own name. */
export const accountName = (code: string) => names()[code.split(":")[0] ?? ""] ?? code;

export function accountKind(kind: string): string {
  const kinds: Record<string, string> = {
    asset: t("What we have"),
    liability: t("What we owe"),
    income: t("Income"),
    expense: t("Expense"),
  };
  return kinds[kind] ?? kind;
}
