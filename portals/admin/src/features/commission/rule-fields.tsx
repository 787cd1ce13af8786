import { MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import type { Choice } from "@kit/ui/choices";
import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import type { Values } from "./rule-form";
import { ruleSentence, saidSoFar } from "./rule-sentence";
import { nameOfChoice, useRuleChoices } from "./use-rule-choices";
import { ALL } from "./use-seller-options";

interface RuleFieldsProps {
  form: UseFormReturn<Values>;
  /** Its days are asked for where it is put in force. */
  days?: boolean;
  /** The one that is changed: it keeps its name. */
  rule?: CommissionRule;
}

/** What a rule charges and for what, and the sentence that it makes. */
export function RuleFields({ form, days, rule }: RuleFieldsProps) {
  const values = form.watch();
  const choices = useRuleChoices(values, rule);
  return (
    <div className="flex flex-col gap-5">
      <Group>
        {!rule && <TextField form={form} name="name" label={t("Name")} autoFocus={days} />}
        <TextField
          form={form}
          name="position"
          label={t("Place in the order")}
          hint={rule ? undefined : t("Empty means last.")}
          inputMode="numeric"
        />
      </Group>
      <Group title={t("What it takes")}>
        <TextField form={form} name="percent_bp" label={t("Percent")} inputMode="decimal" />
        <SelectField form={form} name="basis" label={t("Of")} options={basisOptions()} />
        <MoneyField form={form} name="fixed_minor" label={t("Plus, for each piece")} />
        <SelectField
          form={form}
          name="with_shipping"
          label={t("Delivery")}
          hint={t("Not together with a category, a product or a price.")}
          options={shippingOptions()}
        />
        <MoneyField form={form} name="floor_minor" label={t("At least")} />
        <MoneyField form={form} name="cap_minor" label={t("At most")} />
      </Group>
      <Group title={t("Of which sales")}>
        <SelectField form={form} name="seller_id" label={t("Seller")} {...choices.seller_id} />
        <SelectField
          form={form}
          name="seller_tier"
          label={t("Seller's tier")}
          hint={t("Set on the seller's page.")}
          {...choices.seller_tier}
        />
        <SelectField
          form={form}
          name="category_id"
          label={t("Category")}
          hint={t("Counts for those below it too.")}
          {...choices.category_id}
        />
        <SelectField form={form} name="payment" label={t("Paid")} options={paymentOptions()} />
        <TextField form={form} name="product_words" label={t("Find the product")} type="search" />
        <SelectField form={form} name="product_id" label={t("Product")} {...choices.product_id} />
        <MoneyField form={form} name="price_min_minor" label={t("Price of a piece from")} />
        <MoneyField form={form} name="price_max_minor" label={t("Price of a piece up to")} />
      </Group>
      {days && (
        <Group title={t("When")}>
          <TextField form={form} name="valid_from" type="date" label={t("From")} />
          <TextField form={form} name="valid_to" type="date" label={t("To")} hint={t("Empty means without end.")} />
        </Group>
      )}
      {values.percent_bp && (
        <p className="wrap-anywhere text-sm">{ruleSentence(saidSoFar(values, nameOfChoice(choices, values)))}</p>
      )}
    </div>
  );
}

function Group({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      {title && <legend className="mb-2 font-semibold text-sm">{title}</legend>}
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

const basisOptions = (): Choice[] => [
  { value: "taxable", label: t("Price without tax") },
  { value: "gross", label: t("Price with tax") },
];

const shippingOptions = (): Choice[] => [
  { value: "no", label: t("Nothing of it") },
  { value: "yes", label: t("The percent of it too") },
];

const paymentOptions = (): Choice[] => [
  { value: ALL, label: t("Any way") },
  { value: "prepaid", label: t("In advance: online or by gift card") },
  { value: "cod", label: t("Cash on delivery") },
];
