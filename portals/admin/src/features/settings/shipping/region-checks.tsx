import { Checkbox } from "@kit/ui/checkbox";
import { labelClass } from "@kit/ui/label";
import { useId } from "react";
import { type UseFormReturn, useController } from "react-hook-form";
import { t } from "@/i18n/t";
import type { Tariff } from "./tariff";
import type { ZoneValues } from "./zone-form";

/** The country's states or emirates with a box at each. */
export function RegionChecks({ form, tariff }: { form: UseFormReturn<ZoneValues>; tariff: Tariff }) {
  const id = useId();
  const { field, fieldState } = useController({ control: form.control, name: "regions" });
  const chosen = field.value;
  const error = fieldState.error?.message;
  const set = (code: string, on: boolean) =>
    field.onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code));
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className={labelClass}>{tariff.region_word === "emirate" ? t("Emirates") : t("States")}</legend>
      <ul className="mt-1 grid max-h-44 overflow-y-auto rounded-lg border border-line p-2 sm:grid-cols-2">
        {tariff.regions.map(({ code, name }) => (
          <li key={code}>
            <Checkbox label={name} checked={chosen.includes(code)} onChange={(on) => set(code, on)} />
          </li>
        ))}
      </ul>
      {error && (
        <p id={id} role="alert" className="text-bad text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
