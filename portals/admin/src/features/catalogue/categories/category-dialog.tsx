import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { Checkbox } from "@kit/ui/checkbox";
import { Disclosure } from "@kit/ui/disclosure";
import { boolean, minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { homes, hsnAbove } from "./tree";
import type { Category } from "./types";

interface Values {
  name: string;
  slug: string;
  parent_id: string;
  description: string;
  image: string;
  hsn: string;
  needs_month: boolean;
  seo_title: string;
  seo_description: string;
  take_old: boolean;
}

const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give it a name."))),
    slug: string(),
    parent_id: string(),
    description: string(),
    image: string(),
    hsn: pipe(string(), trim(), regex(/^(\d{4}|\d{6}|\d{8})?$/, t("4, 6 or 8 digits, or nothing."))),
    needs_month: boolean(),
    seo_title: string(),
    seo_description: string(),
    take_old: boolean(),
  });

const TOP = "top";

/** Whose code counts while the box is empty, and what the code does. */
function hsnHint(parent: string, rows: Category[]) {
  const above = parent === TOP ? undefined : hsnAbove(rows, parent);
  return above
    ? t("Left empty, {code} of “{name}” counts. Sellers and imports are given it; the tax follows from it.", {
        code: above.hsn,
        name: above.name,
      })
    : t("Sellers and imports are given it, for categories below too; the tax follows from it.");
}

/** A category with its place in the tree, its address and its words. */
export function CategoryDialog({
  category,
  under,
  rows,
  onClose,
}: {
  category?: Category;
  under?: string;
  rows: Category[];
  onClose: () => void;
}) {
  const places = homes(rows, category).map(({ category: { id, name }, depth }) => ({
    value: id,
    label: `${"– ".repeat(depth)}${name}`,
  }));
  return (
    <ActDialog<Values>
      title={category ? t("Change {name}", { name: category.name }) : t("New category")}
      values={{
        name: category?.name ?? "",
        slug: category?.slug ?? "",
        parent_id: category?.parent_id ?? under ?? TOP,
        description: category?.description ?? "",
        image: category?.image ?? "",
        hsn: category?.hsn ?? "",
        needs_month: category?.needs_month ?? false,
        seo_title: category?.seo_title ?? "",
        seo_description: category?.seo_description ?? "",
        take_old: false,
      }}
      schema={schema()}
      fields={(form) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField form={form} name="name" label={t("Name")} maxLength={120} autoFocus />
            <SelectField
              form={form}
              name="parent_id"
              label={t("Below")}
              options={[{ value: TOP, label: t("At the top") }, ...places]}
            />
          </div>
          <TextField form={form} name="description" label={t("Description")} rows={3} />
          <TextField
            form={form}
            name="image"
            label={t("Picture")}
            hint={t("A file of the brand, such as theme/scenes/glass.svg.")}
          />
          <TextField
            form={form}
            name="hsn"
            label={t("HSN code of its goods")}
            hint={hsnHint(form.watch("parent_id"), rows)}
            inputMode="numeric"
            maxLength={8}
          />
          <Checkbox
            label={t("Its goods are dated: the month of manufacture is needed")}
            checked={form.watch("needs_month")}
            onChange={(on) => form.setValue("needs_month", on)}
          />
          <TextField
            form={form}
            name="slug"
            label={t("Address")}
            hint={category ? t("The old address leads on to the new one.") : t("Left empty, it follows from the name.")}
          />
          {form.formState.errors.take_old && (
            <Checkbox
              label={t("Take the old address over knowingly")}
              checked={form.watch("take_old")}
              onChange={(on) => form.setValue("take_old", on)}
            />
          )}
          <Disclosure label={t("For search engines")}>
            <div className="flex flex-col gap-4 pt-2">
              <TextField form={form} name="seo_title" label={t("Title")} maxLength={70} />
              <TextField form={form} name="seo_description" label={t("Description")} rows={2} maxLength={200} />
            </div>
          </Disclosure>
        </>
      )}
      label={t("Save")}
      send={({ parent_id, slug, ...rest }) => {
        const body = { ...rest, ...(slug ? { slug } : {}), parent_id: parent_id === TOP ? null : parent_id };
        return category
          ? call("PATCH", `admin/categories/${category.id}`, { body })
          : call("POST", "admin/categories", { body });
      }}
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
