import { t } from "@/i18n/t";

/** What is done with returns, claims, exchanges and the money that goes back, as a sentence about somebody. */
export const returnActions = (): Record<string, string> => ({
  "order.part_credited": t("gave money of a parcel back"),
  "refund.payee_set": t("said where a refund goes"),
  "refund.by_bank": t("took over a refund to pay it by bank"),
  "refund.paid_by_bank": t("paid a refund by bank"),
  "transfer.piece_reversed": t("took a piece of a share back"),
  "return.asked": t("asked for a return"),
  "return.approved": t("agreed to a return"),
  "return.refused": t("refused a return"),
  "return.cancelled": t("withdrew a return"),
  "return.picked_up": t("picked up a return"),
  "return.received": t("received a return"),
  "return.exchanged": t("sent a replacement"),
  "return.escalated": t("asked the brand to decide"),
  "return.came_back": t("took back an undelivered parcel"),
});
