import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { object, pipe, regex, string } from "valibot";
import { usePlaceChoices } from "@/api/use-places";
import { t } from "@/i18n/t";

export function AddUnitsDialog({ path, first, onClose }: { path: string; first: number; onClose: () => void }) {
  const places = usePlaceChoices();
  const whole = pipe(string(), regex(/^[1-9]\d{0,6}$/, t("Write a whole number.")));
  return (
    <ActDialog
      title={t("Add units")}
      consequence={t("Numbers go up by one. With a beginning, each piece also gets a serial such as GLW-0007.")}
      values={{ first: String(first), count: "", prefix: "", place_id: "" }}
      schema={object({ first: whole, count: whole, prefix: string(), place_id: string() })}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="first" label={t("First number")} inputMode="numeric" />
          <TextField form={form} name="count" label={t("How many")} inputMode="numeric" autoFocus />
          <TextField form={form} name="prefix" label={t("Serials begin with")} maxLength={40} placeholder="GLW-" />
          {places.needed && (
            <SelectField
              form={form}
              name="place_id"
              label={t("Place")}
              {...places.choices}
              placeholder={places.choices.options[0]?.label}
            />
          )}
        </div>
      )}
      label={t("Add units")}
      send={({ first: from, count, prefix, place_id }, key) =>
        http.post(path, { first: Number(from), count: Number(count), prefix, ...(place_id && { place_id }) }, key)
      }
      doneText={t("Units added")}
      onClose={onClose}
    />
  );
}
