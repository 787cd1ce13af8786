import type { DisputesPaperInKindEnum } from "@/api/admin/types.gen";
import { t } from "@/i18n/t";

/** What each kind of paper is called; the provider has these kinds and no others. */
export const paperKinds = (): Record<DisputesPaperInKindEnum, string> => ({
  shipping_proof: t("Proof of delivery"),
  billing_proof: t("Bill or invoice"),
  customer_communication: t("Letters with the customer"),
  proof_of_service: t("Proof of a service"),
  explanation_letter: t("Our letter"),
  refund_confirmation: t("Proof that it was refunded"),
  cancellation_proof: t("Proof of cancellation"),
  access_activity_log: t("Log of what was used"),
  refund_cancellation_policy: t("Our rules of return"),
  term_and_conditions: t("Our terms"),
});

export const kindText = (kind: string) => (paperKinds() as Record<string, string>)[kind] ?? kind;

export const kindOptions = () => Object.entries(paperKinds()).map(([value, label]) => ({ value, label }));

/** How far the bank has taken it. */
export function phaseText(phase: string): string {
  const words: Record<string, string> = {
    retrieval: t("The bank asks for papers"),
    fraud: t("Fraud is suspected"),
    chargeback: t("The bank wants the money back"),
    pre_arbitration: t("The bank disagrees with the evidence"),
    arbitration: t("The card network decides"),
  };
  return words[phase] ?? phase.replaceAll("_", " ");
}
