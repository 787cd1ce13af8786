import { t } from "@/i18n/t";

/** What is done with reviews, as a sentence about somebody. */
export const reviewActions = (): Record<string, string> => ({
  "review.written": t("wrote a review"),
  "review.edited": t("changed a review"),
  "review.withdrawn": t("took a review back"),
  "review.published": t("published a review"),
  "review.kept": t("looked at a reported review and kept it"),
  "review.hidden": t("hid a review"),
  "review.restored": t("brought a review back"),
  "review.reported": t("reported a review"),
  "review.answered": t("answered a review"),
  "review.answer_hidden": t("hid the answer to a review"),
  "review.answer_restored": t("brought the answer to a review back"),
  "review.policy_set": t("changed the rules for reviews"),
  "seller.scored": t("computed another score for a seller"),
});
