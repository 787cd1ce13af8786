import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { Review } from "./types";

export function AnswerDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  return (
    <ActDialog
      title={review.reply ? t("Change the answer") : t("Answer {name}", { name: review.author })}
      consequence={t(
        "Everybody reads your answer under the review. Thank, explain, offer to put it right; argue about nothing.",
      )}
      values={{ text: review.reply?.text ?? "" }}
      schema={object({ text: pipe(string(), trim(), minLength(1, t("Write your answer."))) })}
      fields={(form) => (
        <TextField form={form} name="text" label={t("Your answer")} rows={5} maxLength={2000} autoFocus />
      )}
      label={t("Publish the answer")}
      send={(values) => call("PUT", `seller/reviews/${review.id}/answer`, { body: values })}
      doneText={t("Answered")}
      onClose={onClose}
    />
  );
}
