import { t } from "@/i18n/t";

export const kindText = (kind: string) => KINDS.find(({ value }) => value === kind)?.label() ?? kind;

/** The kinds of documents in the order of a sale's life. */
export const KINDS = [
  { value: "tax_invoice", label: () => t("Tax invoice") },
  { value: "bill_of_supply", label: () => t("Bill of supply") },
  { value: "credit_note", label: () => t("Credit note") },
  { value: "commission_invoice", label: () => t("Commission invoice") },
  { value: "commission_credit_note", label: () => t("Commission credit note") },
  { value: "payout_statement", label: () => t("Payout statement") },
];

/** Tabs of the list: what people look for, two kinds in one where the law has two names for it. */
export const TABS = [
  { value: "", label: () => t("All") },
  { value: "tax_invoice,bill_of_supply", label: () => t("Invoices") },
  { value: "credit_note", label: () => t("Credit notes") },
  { value: "commission_invoice,commission_credit_note", label: () => t("Commission") },
  { value: "payout_statement", label: () => t("Payouts") },
];
