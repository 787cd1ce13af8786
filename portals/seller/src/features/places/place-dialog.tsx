import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { INDIAN_STATES } from "@kit/format/indian-states";
import { http } from "@kit/http/client";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import type { Place } from "@/api/use-places";
import { t } from "@/i18n/t";

const schema = () => {
  const needed = pipe(string(), trim(), minLength(2, t("Write at least two letters.")));
  return object({
    name: needed,
    address: pipe(string(), trim(), minLength(3, t("Write house and street."))),
    city: needed,
    state: pipe(string(), minLength(2, t("Choose the state."))),
    pin: pipe(string(), trim(), regex(/^[1-9]\d{5}$/, t("A PIN code has 6 digits."))),
  });
};

/** A new place, or one to rename or correct. */
export function PlaceDialog({ place, onClose }: { place?: Place; onClose: () => void }) {
  const { name = "", address = "", city = "", state = "", pin = "" } = place ?? {};
  return (
    <ActDialog
      title={place ? t("Change {name}", { name: place.name }) : t("New place")}
      values={{ name, address, city, state, pin }}
      schema={schema()}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            form={form}
            name="name"
            label={t("Name")}
            hint={t("As your people call it.")}
            maxLength={80}
            autoFocus
          />
          <TextField form={form} name="city" label={t("City")} maxLength={80} />
          <div className="sm:col-span-2">
            <TextField form={form} name="address" label={t("Address")} maxLength={300} />
          </div>
          <SelectField form={form} name="state" label={t("State")} options={INDIAN_STATES} />
          <TextField form={form} name="pin" label={t("PIN code")} inputMode="numeric" maxLength={6} />
        </div>
      )}
      label={t("Save")}
      send={(values) => (place ? http.patch(`seller/places/${place.id}`, values) : http.post("seller/places", values))}
      doneText={t("Place saved")}
      onClose={onClose}
    />
  );
}
