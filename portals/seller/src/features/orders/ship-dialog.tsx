import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { shipOrder } from "./order-acts";

/** Who carries the parcel and under which number; the customer can follow it from then on. */
export function ShipDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const said = pipe(string(), trim(), minLength(1, t("Write it as it is on the label.")));
  return (
    <ActDialog
      title={t("Ship {number}", { number })}
      consequence={t("The customer is told that the parcel is on its way and gets the tracking number.")}
      values={{ carrier: "", tracking_number: "" }}
      schema={object({ carrier: said, tracking_number: string() })}
      fields={(form) => (
        <>
          <TextField form={form} name="carrier" label={t("Carrier")} placeholder="Delhivery" autoFocus />
          <TextField form={form} name="tracking_number" label={t("Tracking number")} autoComplete="off" />
        </>
      )}
      label={t("Mark as shipped")}
      send={(parcel, key) => shipOrder(number, parcel, key)}
      doneText={t("Shipped. The customer can follow it now.")}
      onClose={onClose}
    />
  );
}
