import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { sendReplacement } from "./return-acts";

/** The other variant leaves: it was held since the exchange was agreed to. */
export function ReplacementDialog({ number, onClose }: { number: string; onClose: () => void }) {
  return (
    <ActDialog
      title={t("Send the replacement of {number}", { number })}
      consequence={t("It leaves your stock now. If it costs less, the customer gets the difference back.")}
      values={{ carrier: "", tracking_number: "" }}
      schema={object({
        carrier: pipe(string(), trim(), minLength(1, t("Write it as it is on the label."))),
        tracking_number: string(),
      })}
      fields={(form) => (
        <>
          <TextField form={form} name="carrier" label={t("Carrier")} placeholder="Delhivery" autoFocus />
          <TextField form={form} name="tracking_number" label={t("Tracking number")} autoComplete="off" />
        </>
      )}
      label={t("Mark as sent")}
      send={(parcel, key) => sendReplacement(number, parcel, key)}
      doneText={t("Sent. The exchange is done.")}
      onClose={onClose}
    />
  );
}
