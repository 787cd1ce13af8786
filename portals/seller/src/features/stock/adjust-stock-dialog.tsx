import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { object, pipe, regex, string } from "valibot";
import { usePlaceChoices } from "@/api/use-places";
import { t } from "@/i18n/t";
import { stockReasons } from "./stock-reasons";

interface AdjustStockDialogProps {
  offer: { id: string; on_hand: number; reserved: number; places?: { id: string }[] };
  sku: string;
  onClose: () => void;
}

/** Changes a count by a difference, never to a figure: what was sold meanwhile stays counted. */
export function AdjustStockDialog({ offer, sku, onClose }: AdjustStockDialogProps) {
  const places = usePlaceChoices();
  const schema = object({
    delta: pipe(string(), regex(/^[+-]?[1-9]\d{0,5}$/, t("Write a difference such as 12 or -3."))),
    reason: string(),
    note: string(),
    place_id: string(),
  });
  return (
    <ActDialog
      title={t("Change the stock of {sku}", { sku })}
      consequence={t("{count} pieces are here, {reserved} of them are promised to customers.", {
        count: offer.on_hand,
        reserved: offer.reserved,
      })}
      values={{ delta: "", reason: "received", note: "", place_id: offer.places?.[0]?.id ?? "" }}
      schema={schema}
      fields={(form) => (
        <>
          <TextField
            form={form}
            name="delta"
            label={t("Difference")}
            hint={t("12 adds twelve, -3 takes three away.")}
            autoFocus
          />
          {places.needed && <SelectField form={form} name="place_id" label={t("Place")} {...places.choices} />}
          <SelectField form={form} name="reason" label={t("Reason")} options={stockReasons()} />
          <TextField form={form} name="note" label={t("Note")} hint={t("Delivery note, who counted, what broke.")} />
        </>
      )}
      label={t("Change stock")}
      send={({ delta, place_id, ...why }, key) =>
        http.post(
          `seller/offers/${offer.id}/stock-adjustments`,
          { delta: Number(delta), ...why, ...(place_id && { place_id }) },
          key,
        )
      }
      doneText={t("Stock changed")}
      onClose={onClose}
    />
  );
}
