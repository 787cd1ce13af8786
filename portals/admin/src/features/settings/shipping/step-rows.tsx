import { MoneyField } from "@kit/form/money-field";
import { TextField } from "@kit/form/text-field";
import { Button } from "@kit/ui/button";
import { labelClass } from "@kit/ui/label";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { t } from "@/i18n/t";
import { EMPTY_STEP, type ZoneValues } from "./zone-form";

const STEPS_MAX = 30;

/** The table: up to how much, for what fee. Rows may be added, taken out and moved. */
export function StepRows({ form }: { form: UseFormReturn<ZoneValues> }) {
  const { fields, append, remove, swap } = useFieldArray({ control: form.control, name: "steps" });
  const byPrice = form.watch("by") === "price";
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className={labelClass}>{t("Table")}</legend>
      {fields.length === 0 && <p className="text-muted text-sm">{t("No rows: every parcel costs the same.")}</p>}
      {fields.map(({ id }, place) => (
        <fieldset
          key={id}
          aria-label={t("Row {place}", { place: place + 1 })}
          className="flex flex-wrap items-start gap-2"
        >
          <div className="min-w-24 flex-1">
            {byPrice ? (
              <MoneyField form={form} name={`steps.${place}.up_to`} label={t("Goods up to")} />
            ) : (
              <TextField form={form} name={`steps.${place}.up_to`} label={t("Up to, g")} inputMode="numeric" />
            )}
          </div>
          <div className="min-w-24 flex-1">
            <MoneyField form={form} name={`steps.${place}.fee_minor`} label={t("Fee")} />
          </div>
          <div className="flex pt-6.5">
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Row {place} up", { place: place + 1 })}
              isDisabled={place === 0}
              onPress={() => swap(place, place - 1)}
            >
              <ArrowUp aria-hidden size={15} />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Row {place} down", { place: place + 1 })}
              isDisabled={place === fields.length - 1}
              onPress={() => swap(place, place + 1)}
            >
              <ArrowDown aria-hidden size={15} />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Take row {place} out", { place: place + 1 })}
              onPress={() => remove(place)}
            >
              <X aria-hidden size={15} />
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        size="sm"
        className="self-start"
        isDisabled={fields.length >= STEPS_MAX}
        onPress={() => append(EMPTY_STEP)}
      >
        <Plus aria-hidden size={15} />
        {t("Add a row")}
      </Button>
    </fieldset>
  );
}
