import { t } from "@/i18n/t";

/** Acts on disputes, on refunds that wait, and on money that is held for them. */
export const disputeActions = (): Record<string, string> => ({
  "dispute.came": t("was told of a dispute of"),
  "dispute.moved": t("was told how the dispute goes on of"),
  "dispute.state": t("moved the dispute of"),
  "dispute.divided": t("said which parts are disputed of"),
  "dispute.words_written": t("wrote to the bank about"),
  "dispute.answered": t("answered the dispute of"),
  "dispute.paper_added": t("added a paper to the dispute of"),
  "dispute.paper_dropped": t("took a paper out of the dispute of"),
  "dispute.contest": t("contested the dispute of"),
  "dispute.accept": t("accepted the dispute of"),
  "dispute.refused": t("was refused by the provider in the dispute of"),
  "dispute.charged": t("said who bears the dispute of"),
  "refund.waits": t("waits for money to refund"),
  "refund.sent_again": t("sent the refund again of"),
  "payout.part_held": t("held back the money of"),
  "payout.part_let_go": t("let go the money of"),
});
