import { t } from "@kit/i18n/t";

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
  gift_card_liability: t("On gift cards"),
  gst_output: t("GST on own fees"),
  vat_output: t("VAT on own fees"),
  tcs_payable: t("TCS to be paid"),
  tds_payable: t("TDS to be paid"),
  suspense: t("Without an order, on its way back"),
  commission_revenue: t("Commission"),
  cod_fee_income: t("Fees for cash on delivery"),
  breakage_income: t("Gift cards that ended unspent"),
  gateway_fee: t("Fees of the payment provider"),
  route_fee: t("Fees for paying sellers"),
  chargeback_loss: t("Lost disputes"),
  promo_expense: t("Discounts that the brand pays"),
  seller_adjustments: t("Adjustments to sellers"),
  bad_debt: t("Debts written off"),
  goodwill_expense: t("Goodwill"),
});

const owned = (owner: string): Record<string, string> => ({
  seller_payable: t("Owed to {name}", { name: owner }),
  payout_in_transit: t("On its way to {name}", { name: owner }),
  seller_reserve: t("Kept back of {name}", { name: owner }),
});

const mine = (): Record<string, string> => ({
  seller_payable: t("Owed to you"),
  payout_in_transit: t("On its way to you"),
  seller_reserve: t("Kept back of yours"),
});

/** What an account of the books is for, with its owner's name where that is known; of one not known here, its own name. */
export function accountText(code: string, owners: ReadonlyMap<string, string> = new Map()): string {
  const [head = "", owner = ""] = code.split(":");
  const name = owners.get(owner);
  return (name && owned(name)[head]) || names()[head] || code;
}

/** The same for somebody who sees no other owner's accounts than their own. */
export const ownAccountText = (code: string) => mine()[code.split(":")[0] ?? ""] ?? accountText(code);
