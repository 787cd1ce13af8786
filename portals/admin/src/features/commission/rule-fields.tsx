import { MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import type { UseFormReturn } from "react-hook-form";
import { t } from "@/i18n/t";
import type { Values } from "./rule-form";
import { useCategoryOptions } from "./use-category-options";
import { useSellerOptions } from "./use-seller-options";

/** What a rule charges and for whom. Its days are asked for where it is put in force. */
export function RuleFields({ form, days }: { form: UseFormReturn<Values>; days?: boolean }) {
  const sellers = useSellerOptions();
  const categories = useCategoryOptions();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField form={form} name="name" label={t("Name")} autoFocus={days} />
      <TextField
        form={form}
        name="position"
        label={t("Place in the order")}
        hint={t("Empty means last.")}
        inputMode="numeric"
      />
      <SelectField form={form} name="seller" label={t("Seller")} {...sellers} />
      <SelectField
        form={form}
        name="category"
        label={t("Category")}
        hint={t("Counts for those below it too.")}
        {...categories}
      />
      <TextField form={form} name="percent" label={t("Percent")} inputMode="decimal" />
      <MoneyField form={form} name="fixed" label={t("Plus, for each piece")} />
      <MoneyField form={form} name="floor" label={t("At least")} />
      <MoneyField form={form} name="cap" label={t("At most")} />
      {days && <TextField form={form} name="valid_from" type="date" label={t("From")} />}
      {days && (
        <TextField form={form} name="valid_to" type="date" label={t("To")} hint={t("Empty means without end.")} />
      )}
    </div>
  );
}
