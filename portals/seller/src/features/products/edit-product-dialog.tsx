import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { countryOptions } from "@kit/format/countries";
import { http } from "@kit/http/client";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { useCategoryOptions } from "./use-categories";

export function EditProductDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const categories = useCategoryOptions();
  return (
    <ActDialog
      title={t("Edit product")}
      values={{
        title: product.title,
        category: product.category?.slug ?? "",
        country_of_origin: product.country_of_origin,
        manufacturer: product.manufacturer,
        importer: product.importer,
        description: product.description,
      }}
      fields={(form) => (
        <>
          <TextField form={form} name="title" label={t("Name")} />
          <SelectField form={form} name="category" label={t("Category")} options={categories} />
          <SelectField form={form} name="country_of_origin" label={t("Country of origin")} options={countryOptions()} />
          <TextField form={form} name="manufacturer" label={t("Manufacturer, name and address")} maxLength={300} />
          <TextField form={form} name="importer" label={t("Importer, name and address")} maxLength={300} />
          <TextField form={form} name="description" label={t("Description")} rows={6} />
        </>
      )}
      label={t("Save")}
      send={(values) => http.patch(`seller/products/${product.id}`, values)}
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
