import { t } from "@/i18n/t";

/** What people and the schedule do about paying sellers. */
export const payoutActions = (): Record<string, string> => ({
  "payout.adjustment_booked": t("booked an adjustment"),
  "payout.adjustment_proposed": t("proposed an adjustment"),
  "payout.adjustment_rejected": t("rejected an adjustment"),
  "payout.bank_answer_read": t("read the bank's answer"),
  "payout.bank_file_made": t("made a bank file"),
  "payout.bank_file_taken": t("took a bank file"),
  "payout.cash_remitted": t("booked cash that a courier brought"),
  "payout.dropped": t("dropped a payout that had changed"),
  "payout.failed": t("could not pay a payout"),
  "payout.hold_ended": t("let payouts go"),
  "payout.hold_set": t("let payouts wait"),
  "payout.money_failed": t("noted that a payment failed"),
  "payout.money_paid": t("noted that a payment arrived"),
  "payout.money_returned": t("noted that a payment came back"),
  "payout.plan_changed": t("changed a payout plan"),
  "payout.reserve_released": t("paid a reserve back"),
  "payout.run_approved": t("approved a payout run"),
  "payout.run_approved_first": t("approved a payout run as the first of two"),
  "payout.run_proposed": t("proposed a payout run"),
  "payout.run_rejected": t("rejected a payout run"),
});
