import { t } from "@/i18n/t";

/** The kinds of proof that a seller has; the provider knows more, which are the brand's. */
export const kindOptions = () => [
  { value: "shipping_proof", label: t("Proof of delivery") },
  { value: "billing_proof", label: t("Bill or invoice") },
  { value: "customer_communication", label: t("Letters with the customer") },
  { value: "proof_of_service", label: t("Proof of a service") },
  { value: "refund_confirmation", label: t("Proof that it was refunded") },
];

export const kindText = (kind: string) => kindOptions().find(({ value }) => value === kind)?.label ?? kind;

export const stateWords = (): Record<string, string> => ({
  open: t("Open"),
  evidence_due: t("Your answer is asked for"),
  submitted: t("At the bank"),
  won: t("Won"),
  lost: t("Lost"),
  accepted: t("Lost"),
  closed: t("Closed"),
});
