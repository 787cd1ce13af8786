import { FormError } from "@kit/form/form-error";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import { minLength, object, pipe, string, trim } from "valibot";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { suggestedSku } from "./editor/matrix";
import { useCategoryOptions } from "./use-categories";

const schema = () =>
  object({ title: pipe(string(), trim(), minLength(1, t("Give the product a name."))), category: string() });

/** Only what a draft cannot do without; the editor asks for the rest and saves as one writes. */
export function NewProductForm({ onMade }: { onMade: (product: Product) => void }) {
  const categories = useCategoryOptions();
  const { form, onSubmit, sending } = useApiForm({
    values: { title: "", category: "" },
    schema: schema(),
    send: async ({ title, category }, key) => {
      const sku = `${suggestedSku(title, [], new Set())}-${Date.now().toString(36).slice(-4).toUpperCase()}`;
      const body = { title, country_of_origin: "IN", sku, ...(category && { category }) };
      return (await http.post<Product>("seller/products", body, key)).data;
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
            {...categories}
            placeholder={t("Choose a category")}
          />
        </div>
      </Section>
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {t("Begin")}
        </Button>
      </div>
    </form>
  );
}
