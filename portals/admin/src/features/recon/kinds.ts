import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";

interface Words {
  name: string;
  /** What it means and what to do. */
  help: string;
}

/** What each kind of difference is called, and what a person does about it. */
export const kinds = (): Record<Difference["kind"], Words> => ({
  second_payment: {
    name: t("Paid twice"),
    help: t("The order was paid before. The second payment is on its way back to the customer by itself."),
  },
  unknown_payment: {
    name: t("Payment without an order"),
    help: t("Nobody here asked for it; it waits in suspense. Send it back, or explain what it is."),
  },
  payment_amount: {
    name: t("Payment of another amount"),
    help: t("Ask the provider, then refund or ship by what is true."),
  },
  payment_state: {
    name: t("Payment that the provider does not have"),
    help: t("We hold it for paid and the provider does not. Stop the parcels and ask the provider."),
  },
  payment_fee: { name: t("Another fee"), help: t("Compare with your rates at the provider and book the difference.") },
  unknown_refund: {
    name: t("Refund that was not made here"),
    help: t("Somebody refunded in the provider's own dashboard. Cancel the order here too, or explain it."),
  },
  refund_amount: { name: t("Refund of another amount"), help: t("Ask the provider what the customer got.") },
  refund_state: {
    name: t("Refund in another state"),
    help: t("The customer may not have the money. Ask the provider before you promise anything."),
  },
  unknown_transfer: {
    name: t("Transfer that was not made here"),
    help: t("Somebody moved money to a seller in the provider's own dashboard."),
  },
  transfer_amount: { name: t("Transfer of another amount"), help: t("Ask the provider what the seller got.") },
  transfer_state: {
    name: t("Transfer in another state"),
    help: t("A share was released or reversed in the provider's dashboard, or a release failed."),
  },
  transfer_fee: { name: t("Another transfer fee"), help: t("Compare with your rates at the provider.") },
  dispute_state: {
    name: t("Dispute that ended otherwise"),
    help: t("The provider says another end or amount than we wrote down. Ask the provider, then explain it."),
  },
  item_booking: {
    name: t("Booked otherwise than settled"),
    help: t("The provider's account of the day says another amount than our books."),
  },
  unknown_item: {
    name: t("Item that we do not know"),
    help: t("An adjustment, a dispute or money of your own at the provider. Book it and explain it."),
  },
  settlement_amount: {
    name: t("Settlement that changed"),
    help: t("The provider changed a settlement that was booked."),
  },
  stuck_payment: {
    name: t("Payment promised and not taken"),
    help: t("The bank has promised it and it was not captured. It goes back to the customer after some days."),
  },
  stuck_transfer: {
    name: t("Share that does not move"),
    help: t("The provider refused it or did not answer. Look at the seller's linked account."),
  },
  stuck_refund: {
    name: t("Refund that does not move"),
    help: t("It failed or got no answer. There may be too little money at the provider: top up and it is tried again."),
  },
  stuck_dispute: {
    name: t("Dispute that stands still"),
    help: t(
      "Its answer was not taken by the provider, or nobody has said who bears a lost one. Open it under Disputes.",
    ),
  },
  stuck_payout: { name: t("Payout on its way for days"), help: t("Ask the provider where it is.") },
  stuck_payment_out: {
    name: t("Payment to a seller without an answer"),
    help: t(
      "The bank or the provider was asked and did not say what became of it. Read the bank's answer, or mark the line.",
    ),
  },
  stuck_booking: { name: t("Not booked"), help: t("It happened and its entry in the books never came.") },
  stuck_job: {
    name: t("Work that waits"),
    help: t("The machine does not get to it. Look whether worker and relay run."),
  },
  failed_job: { name: t("Work that failed"), help: t("It was tried often and given up. The logs say why.") },
});
