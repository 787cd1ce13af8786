import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { useList } from "@kit/table/use-list";
import { fed } from "@kit/ui/choices";
import { Select } from "@kit/ui/select";
import { useState } from "react";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";

const schema = () =>
  object({
    question: pipe(string(), trim(), minLength(1, t("Write what shoppers type."))),
    title: string(),
    product_id: pipe(string(), minLength(1, t("Choose a product."))),
    position: pipe(string(), regex(/^([1-9]\d?|100)?$/, t("Write a place from 1 to 100, or leave it empty."))),
  });

interface Values {
  question: string;
  title: string;
  product_id: string;
  position: string;
}

/** Pins a product to a place of a question's results, or keeps it out of them. */
export function CurateDialog({ first, onClose }: { first?: string; onClose: () => void }) {
  const [title, setTitle] = useState("");
  const found = useList<ProductRow>("admin/products", { q: title, status: "published", limit: 20 });
  const products = fed(found, ({ rows }) => rows.map((row) => ({ value: row.id, label: row.title })));
  return (
    <ActDialog<Values>
      title={t("Pin or hide a product")}
      consequence={t("It applies to these words exactly, unless the shopper filters or sorts otherwise.")}
      values={{ question: first ?? "", title: "", product_id: "", position: "1" }}
      schema={schema()}
      fields={(form) => {
        const typed = form.watch("title");
        if (typed !== title) queueMicrotask(() => setTitle(typed));
        return (
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField form={form} name="question" label={t("What shoppers type")} autoFocus={!first} />
            <TextField form={form} name="position" label={t("Place")} hint={t("Empty hides it.")} inputMode="numeric" />
            <TextField form={form} name="title" label={t("Find the product")} type="search" />
            <Select
              label={t("Product")}
              {...products}
              value={form.watch("product_id")}
              onChange={(value) => form.setValue("product_id", value, { shouldValidate: true })}
              placeholder={products.options.length ? t("Choose a product.") : t("No product has these words")}
              error={form.formState.errors.product_id?.message}
            />
          </div>
        );
      }}
      label={t("Save")}
      send={({ question, product_id, position }, key) =>
        http.post("admin/search/curated", { question, product_id, position: position ? Number(position) : null }, key)
      }
      doneText={t("The results follow from the next search on")}
      onClose={onClose}
    />
  );
}
