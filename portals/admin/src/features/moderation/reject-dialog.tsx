import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { object, string } from "valibot";
import { t, tn } from "@/i18n/t";
import { reasonText } from "./labels";
import type { QueueRow, Wish } from "./types";
import { no } from "./types";

interface Values {
  reason_code: string;
  reason: string;
}

/** Why it goes back: a reason for counting, and words that the seller reads as they are. */
export function RejectDialog({
  rows,
  reasons,
  onSend,
  onClose,
}: {
  rows: QueueRow[];
  reasons: Record<string, string>;
  onSend: (wishes: Wish[]) => void;
  onClose: () => void;
}) {
  return (
    <ActDialog<Values>
      title={tn("Send {count} back", "Send {count} back", rows.length)}
      consequence={t("The seller can mend it and propose it again.")}
      values={{ reason_code: "picture", reason: "" }}
      schema={object({ reason_code: string(), reason: string() })}
      fields={(form) => {
        const standard = reasons[form.watch("reason_code")];
        return (
          <>
            <SelectField
              form={form}
              name="reason_code"
              label={t("Reason")}
              options={Object.keys(reasons).map((value) => ({ value, label: reasonText(value) }))}
            />
            <TextField
              form={form}
              name="reason"
              label={t("In your words")}
              rows={4}
              maxLength={1000}
              hint={
                standard
                  ? t("Left empty, the seller reads: {words}", { words: standard })
                  : t("The seller reads this word for word.")
              }
              autoFocus
            />
          </>
        );
      }}
      unlocked={({ reason_code, reason }) => !!reasons[reason_code] || reason.trim() !== ""}
      label={t("Send back")}
      danger
      send={async (values) => onSend(rows.map((row) => ({ id: row.id, verb: no(row), ...values })))}
      doneText={t("On its way")}
      onClose={onClose}
    />
  );
}
