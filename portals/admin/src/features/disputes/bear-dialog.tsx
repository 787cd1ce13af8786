import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { minLength, object, picklist, pipe, string, trim } from "valibot";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";

interface Values {
  bearer: "seller" | "brand";
  note: string;
}

/** Who pays for a lost dispute, and why. */
export function BearDialog({ dispute: { id, deducted }, onClose }: { dispute: Dispute; onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={t("Who bears {amount}?", { amount: deducted.text })}
      consequence={t(
        "If a seller bears it, it is taken from what it is owed and its commission on it comes back; a balance below zero is carried on to its next sales. If the brand bears it, it is the brand's loss and what was held is paid out.",
      )}
      values={{ bearer: "seller", note: "" }}
      schema={object({
        bearer: picklist(["seller", "brand"]),
        note: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
      })}
      fields={(form) => (
        <>
          <SelectField
            form={form}
            name="bearer"
            label={t("It is borne by")}
            options={[
              { value: "seller", label: t("The sellers concerned") },
              { value: "brand", label: t("The brand") },
            ]}
          />
          <TextField form={form} name="note" label={t("Why")} rows={3} />
        </>
      )}
      label={t("Decide")}
      danger
      send={(body) => http.post(`admin/disputes/${id}/bearing`, body)}
      doneText={t("It is decided")}
      onClose={onClose}
    />
  );
}
