import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { minLength, object, pipe, string, trim } from "valibot";
import { t, tn } from "@/i18n/t";
import { causes } from "./labels";
import type { Review, Wish } from "./types";

interface HideDialogProps {
  rows: Review[];
  verb: "hide" | "hide_reply";
  onSend: (wish: Wish) => void;
  onClose: () => void;
}

/** Why it is hidden: a reason for counting, and words that its author reads as they are. */
export function HideDialog({ rows, verb, onSend, onClose }: HideDialogProps) {
  const isReply = verb === "hide_reply";
  return (
    <ActDialog
      title={isReply ? t("Hide the answer") : tn("Hide {count} review", "Hide {count} reviews", rows.length)}
      consequence={
        isReply
          ? t("The seller reads why and cannot answer this review again.")
          : t("It counts no more in the stars. Its author is told by mail and may change it.")
      }
      values={{ reason_code: "other", reason: "" }}
      schema={object({
        reason_code: string(),
        reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
      })}
      fields={(form) => (
        <>
          <SelectField
            form={form}
            name="reason_code"
            label={t("Reason")}
            options={Object.entries(causes()).map(([value, label]) => ({ value, label }))}
          />
          <TextField
            form={form}
            name="reason"
            label={t("In your words")}
            rows={3}
            maxLength={1000}
            hint={t("The author reads this word for word.")}
            autoFocus
          />
        </>
      )}
      label={t("Hide")}
      danger
      send={async (values) => onSend({ ids: rows.map(({ id }) => id), verb, ...values })}
      doneText={t("On its way")}
      onClose={onClose}
    />
  );
}
