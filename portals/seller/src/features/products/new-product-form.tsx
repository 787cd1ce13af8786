import { FormError } from "@kit/form/form-error";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { countryOptions } from "@kit/format/countries";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { useCategoryOptions } from "./use-categories";

const EMPTY = {
  title: "",
  category: "",
  description: "",
  country_of_origin: "IN",
  hsn: "",
  sku: "",
  net_quantity: "",
  manufacturer: "",
  importer: "",
  weight_g: "",
  price: "",
  mrp: "",
  stock: "0",
};

const schema = () => {
  const said = (sentence: string) => pipe(string(), trim(), minLength(1, sentence));
  const whole = pipe(string(), regex(/^\d{1,7}$/, t("Write a whole number.")));
  return object({
    title: said(t("Give the product a name.")),
    category: said(t("Choose a category.")),
    description: string(),
    country_of_origin: said(t("Choose the country.")),
    hsn: pipe(string(), regex(/^\d{4}(\d{2}(\d{2})?)?$/, t("4, 6 or 8 digits."))),
    sku: said(t("Give it a number of your own.")),
    net_quantity: said(t("Say how much is in it, such as 100 ml or 1 piece.")),
    manufacturer: said(t("Give name and address; the law wants them shown.")),
    importer: string(),
    weight_g: whole,
    price: amountSchema(),
    mrp: amountSchema(),
    stock: whole,
  });
};

export function NewProductForm({ onMade }: { onMade: (product: Product) => void }) {
  const categories = useCategoryOptions();
  const { form, onSubmit, sending } = useApiForm({
    values: EMPTY,
    schema: schema(),
    send: async ({ price, mrp, weight_g, stock, ...words }, key) => {
      const figures = {
        price_minor: toMinor(price),
        mrp_minor: toMinor(mrp),
        weight_g: Number(weight_g),
        stock: Number(stock),
      };
      return (await http.post<Product>("seller/products", { ...words, ...figures }, key)).data;
    },
    done: onMade,
  });
  return (
    <form onSubmit={onSubmit} className="flex max-w-2xl flex-col gap-4 pb-4" noValidate>
      <Section title={t("What it is")}>
        <div className="flex flex-col gap-4">
          <TextField
            form={form}
            name="title"
            label={t("Name")}
            hint={t("Brand, what it is, size: “Rose face serum, 30 ml”.")}
          />
          <SelectField
            form={form}
            name="category"
            label={t("Category")}
            options={categories}
            placeholder={t("Choose a category")}
          />
          <TextField form={form} name="description" label={t("Description")} rows={5} />
        </div>
      </Section>
      <Section title={t("What the law asks for")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField form={form} name="country_of_origin" label={t("Country of origin")} options={countryOptions()} />
          <TextField
            form={form}
            name="hsn"
            label={t("HSN code")}
            hint={t("It decides the GST rate.")}
            inputMode="numeric"
          />
          <TextField form={form} name="net_quantity" label={t("Net quantity")} placeholder="30 ml" />
          <TextField form={form} name="manufacturer" label={t("Manufacturer, name and address")} maxLength={300} />
          <TextField
            form={form}
            name="importer"
            label={t("Importer, name and address")}
            hint={t("For goods from abroad.")}
            maxLength={300}
          />
          <TextField form={form} name="weight_g" label={t("Weight packed, in grams")} inputMode="numeric" />
        </div>
      </Section>
      <Section title={t("Your offer")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <MoneyField form={form} name="price" label={t("Price")} hint={t("What the customer pays, tax included.")} />
          <MoneyField
            form={form}
            name="mrp"
            label={t("MRP")}
            hint={t("As printed on the pack; never below the price.")}
          />
          <TextField form={form} name="sku" label={t("SKU")} autoComplete="off" />
          <TextField form={form} name="stock" label={t("Pieces in stock")} inputMode="numeric" />
        </div>
      </Section>
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Save as draft")}
        </Button>
      </div>
    </form>
  );
}
