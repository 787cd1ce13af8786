import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { Checkbox } from "@kit/ui/checkbox";
import { boolean, object, pipe, regex, string } from "valibot";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";

interface Values {
  slug: string;
  seo_title: string;
  seo_description: string;
  take_old: boolean;
}

const schema = () =>
  object({
    slug: pipe(string(), regex(/^[a-z0-9-]+$/, t("Small letters, digits and hyphens."))),
    seo_title: string(),
    seo_description: string(),
    take_old: boolean(),
  });

/** Where a product is found, and what search engines are told of it. */
export function DescribeDialog({ product, onClose }: { product: ProductRow; onClose: () => void }) {
  const known = product as ProductRow & { seo_title?: string; seo_description?: string };
  return (
    <ActDialog<Values>
      title={t("Address and search engines")}
      values={{
        slug: product.slug,
        seo_title: known.seo_title ?? "",
        seo_description: known.seo_description ?? "",
        take_old: false,
      }}
      schema={schema()}
      fields={(form) => (
        <>
          <TextField
            form={form}
            name="slug"
            label={t("Address")}
            hint={t("The old address leads on to the new one.")}
          />
          {form.formState.errors.take_old && (
            <Checkbox
              label={t("Take the old address over knowingly")}
              checked={form.watch("take_old")}
              onChange={(on) => form.setValue("take_old", on)}
            />
          )}
          <TextField form={form} name="seo_title" label={t("Title for search engines")} maxLength={70} />
          <TextField
            form={form}
            name="seo_description"
            label={t("Description for search engines")}
            rows={3}
            maxLength={200}
          />
        </>
      )}
      label={t("Save")}
      send={(body) => call("PATCH", `admin/products/${product.id}`, { body })}
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
