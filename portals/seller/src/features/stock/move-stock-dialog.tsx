import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { minLength, object, pipe, regex, string } from "valibot";
import type { OfferRow } from "@/api/types";
import { usePlaceChoices } from "@/api/use-places";
import { t } from "@/i18n/t";

/** Carries pieces from one place to another; what is promised from a place stays there. */
export function MoveStockDialog({ offer, onClose }: { offer: OfferRow; onClose: () => void }) {
  const { choices } = usePlaceChoices();
  const from = offer.places.filter(({ on_hand, reserved }) => on_hand > reserved);
  const schema = object({
    source_id: string(),
    target_id: pipe(string(), minLength(1, t("Choose a place."))),
    quantity: pipe(string(), regex(/^[1-9]\d{0,7}$/, t("Write a whole number."))),
    note: string(),
  });
  const source = from[0]?.id ?? "";
  return (
    <ActDialog
      title={t("Move {sku}", { sku: offer.sku })}
      consequence={t("What is promised to customers stays where it is.")}
      values={{
        source_id: source,
        target_id: choices.options.find(({ value }) => value !== source)?.value ?? "",
        quantity: "",
        note: "",
      }}
      schema={schema}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            form={form}
            name="source_id"
            label={t("From")}
            options={from.map(({ id, name, on_hand, reserved }) => ({
              value: id,
              label: t("{place} ({count} free)", { place: name, count: on_hand - reserved }),
            }))}
          />
          <SelectField form={form} name="target_id" label={t("To")} {...choices} placeholder={t("Choose a place.")} />
          <TextField form={form} name="quantity" label={t("Pieces")} inputMode="numeric" autoFocus />
          <TextField form={form} name="note" label={t("Note")} maxLength={200} />
        </div>
      )}
      label={t("Move")}
      send={({ quantity, ...move }, key) =>
        http.post(`seller/offers/${offer.id}/transfers`, { ...move, quantity: Number(quantity) }, key)
      }
      doneText={t("Moved")}
      onClose={onClose}
    />
  );
}
