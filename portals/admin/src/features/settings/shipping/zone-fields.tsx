import { MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { Checkbox } from "@kit/ui/checkbox";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { t } from "@/i18n/t";
import { RegionChecks } from "./region-checks";
import { StepRows } from "./step-rows";
import type { Tariff } from "./tariff";
import type { ZoneValues } from "./zone-form";

interface ZoneFieldsProps {
  form: UseFormReturn<ZoneValues>;
  tariff: Tariff;
  withPlaces: boolean;
}

export function ZoneFields({ form, tariff, withPlaces }: ZoneFieldsProps) {
  const delivers = form.watch("delivers");
  return (
    <>
      {withPlaces && <Places form={form} tariff={tariff} />}
      <Checkbox
        label={t("We deliver there")}
        checked={delivers}
        onChange={(on) => form.setValue("delivers", on, { shouldDirty: true })}
      />
      {delivers ? (
        <RateFields form={form} takesCash={tariff.takes_cash} />
      ) : (
        <p className="text-muted text-sm">{t("Orders to these addresses are refused before they are paid.")}</p>
      )}
    </>
  );
}

function Places({ form, tariff }: { form: UseFormReturn<ZoneValues>; tariff: Tariff }) {
  return (
    <>
      <TextField form={form} name="name" label={t("Name")} maxLength={40} required autoFocus />
      {tariff.has_post_codes && (
        <TextField
          form={form}
          name="prefixes"
          label={t("PIN codes that begin with")}
          hint={t("Such as 560, 5611. The longest that fits wins over every state.")}
          rows={2}
          inputMode="numeric"
        />
      )}
      <RegionChecks form={form} tariff={tariff} />
    </>
  );
}

function RateFields({ form, takesCash }: { form: UseFormReturn<ZoneValues>; takesCash: boolean }) {
  const [by, cash] = form.watch(["by", "cash"]);
  return (
    <>
      <SelectField
        form={form}
        name="by"
        label={t("The fee follows")}
        options={[
          { value: "weight", label: t("the weight of the parcel") },
          { value: "price", label: t("the price of the goods in it") },
        ]}
      />
      <StepRows form={form} />
      {by === "weight" && (
        <SelectField
          form={form}
          name="beyond"
          label={t("Above the last row")}
          options={[
            { value: "per_kg", label: t("a fee for each further kilogram") },
            { value: "fee", label: t("one fee, whatever it weighs") },
          ]}
        />
      )}
      <LastFee form={form} />
      <MoneyField
        form={form}
        name="free_above_minor"
        label={t("Free for goods from")}
        hint={t("Of one seller's parcel, after discounts. Empty: never free.")}
      />
      {takesCash && (
        <Checkbox
          label={t("Cash on delivery is offered there")}
          checked={cash}
          onChange={(on) => form.setValue("cash", on, { shouldDirty: true })}
        />
      )}
    </>
  );
}

/** What is paid above the table, by the name that fits it as it is now. */
function LastFee({ form }: { form: UseFormReturn<ZoneValues> }) {
  const [by, beyond, steps] = useWatch({ control: form.control, name: ["by", "beyond", "steps"] });
  if (by === "weight" && beyond === "per_kg") {
    const hint = t("Added to the fee of the last row, for each kilogram that is begun.");
    return <MoneyField form={form} name="beyond_minor" label={t("Each further kg")} hint={hint} />;
  }
  const label = steps.length > 0 ? t("Fee above the last row") : t("Fee of every parcel");
  return <MoneyField form={form} name="beyond_minor" label={label} />;
}
