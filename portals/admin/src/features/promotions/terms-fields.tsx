import { useResource } from "@kit/app/use-resource";
import { MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { Checkbox } from "@kit/ui/checkbox";
import { fed, named } from "@kit/ui/choices";
import { Section } from "@kit/ui/section";
import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { t } from "@/i18n/t";
import { benefitNames } from "./benefit-names";
import { ALL, type Terms } from "./terms";
import type { Targets } from "./types";

type Form = UseFormReturn<Terms>;

/** What it does, for whom, how long and how often, and who pays. */
export function TermsFields({ form }: { form: Form }) {
  return (
    <>
      <Benefit form={form} />
      <Conditions form={form} />
      <Limits form={form} />
    </>
  );
}

function Benefit({ form }: { form: Form }) {
  const benefit = form.watch("benefit");
  const options = Object.entries(benefitNames()).map(([value, label]) => ({ value, label }));
  return (
    <Group title={t("What it does")}>
      <TextField form={form} name="name" label={t("Name")} hint={t("Shoppers read it.")} maxLength={80} />
      <SelectField form={form} name="benefit" label={t("Benefit")} options={options} />
      {benefit === "buy_get" && (
        <>
          <TextField form={form} name="buy" label={t("Buy")} inputMode="numeric" />
          <TextField form={form} name="get" label={t("Get")} inputMode="numeric" hint={t("The cheapest pieces.")} />
        </>
      )}
      {(benefit === "percent" || benefit === "buy_get") && (
        <TextField form={form} name="percent" label={t("Percent off")} inputMode="decimal" />
      )}
      {(benefit === "fixed" || benefit === "fixed_price") && (
        <MoneyField form={form} name="amount" label={benefit === "fixed" ? t("Amount off") : t("Price of a piece")} />
      )}
      {benefit !== "free_shipping" && <MoneyField form={form} name="cap" label={t("At most")} />}
    </Group>
  );
}

function Conditions({ form }: { form: Form }) {
  const targets = useResource<Targets>("admin/promotions/targets");
  const below = (all: string, kind: "categories" | "sellers") =>
    fed(targets, (data) => [{ value: ALL, label: all }, ...named(data[kind])]);
  return (
    <Group title={t("For whom")}>
      <TextField form={form} name="starts_at" type="date" label={t("From")} />
      <TextField form={form} name="ends_at" type="date" label={t("Last day")} hint={t("Empty means without end.")} />
      <MoneyField form={form} name="min_spend" label={t("Spending at least")} />
      <TextField form={form} name="min_quantity" label={t("Pieces at least")} inputMode="numeric" />
      <SelectField form={form} name="category" label={t("Category")} {...below(t("All goods"), "categories")} />
      <SelectField form={form} name="seller" label={t("Seller")} {...below(t("All sellers"), "sellers")} />
      <Tick form={form} name="first_order_only" label={t("First order only")} />
      <Tick form={form} name="needs_code" label={t("Needs a code")} />
    </Group>
  );
}

function Limits({ form }: { form: Form }) {
  const none = t("Empty means no limit.");
  return (
    <Group title={t("Limits and cost")}>
      <MoneyField form={form} name="budget" label={t("Budget")} hint={none} />
      <TextField form={form} name="uses_max" label={t("Uses")} inputMode="numeric" hint={none} />
      <TextField
        form={form}
        name="uses_per_customer"
        label={t("Uses by one customer")}
        inputMode="numeric"
        hint={none}
      />
      <TextField
        form={form}
        name="brand_share"
        label={t("The brand pays, in percent")}
        inputMode="decimal"
        hint={t("The rest is paid by the chosen seller, who has agreed to it.")}
      />
      <TextField
        form={form}
        name="priority"
        label={t("Priority")}
        inputMode="numeric"
        hint={t("Larger comes first.")}
      />
      <Tick form={form} name="is_exclusive" label={t("Not together with others")} />
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </Section>
  );
}

function Tick({
  form,
  name,
  label,
}: {
  form: Form;
  name: "first_order_only" | "needs_code" | "is_exclusive";
  label: string;
}) {
  return <Checkbox label={label} checked={form.watch(name)} onChange={(checked) => form.setValue(name, checked)} />;
}
