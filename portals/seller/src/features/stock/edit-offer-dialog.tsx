import { ActDialog } from "@kit/form/act-dialog";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { TextField } from "@kit/form/text-field";
import { toMinor, toTyped } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { object, pipe, regex, string } from "valibot";
import type { Offer } from "@/api/types";
import { t } from "@/i18n/t";

export function EditOfferDialog({ offer, sku, onClose }: { offer: Offer; sku: string; onClose: () => void }) {
  const days = pipe(string(), regex(/^\d{1,2}$/, t("Write a whole number.")));
  return (
    <ActDialog
      title={t("Price of {sku}", { sku })}
      consequence={t("Orders that were placed keep their price. New ones pay the new one at once.")}
      values={{
        price: toTyped(offer.price.minor),
        mrp: toTyped(offer.mrp.minor),
        handling_days: String(offer.handling_days),
      }}
      schema={object({ price: amountSchema(), mrp: amountSchema(), handling_days: days })}
      fields={(form) => (
        <>
          <MoneyField form={form} name="price" label={t("Price")} hint={t("What the customer pays, tax included.")} />
          <MoneyField
            form={form}
            name="mrp"
            label={t("MRP")}
            hint={t("As printed on the pack; never below the price.")}
          />
          <TextField form={form} name="handling_days" label={t("Days until it leaves")} inputMode="numeric" />
        </>
      )}
      label={t("Save")}
      send={({ price, mrp, handling_days }) =>
        http.patch(`seller/offers/${offer.id}`, {
          price_minor: toMinor(price),
          mrp_minor: toMinor(mrp),
          handling_days: Number(handling_days),
        })
      }
      doneText={t("Price saved")}
      onClose={onClose}
    />
  );
}
