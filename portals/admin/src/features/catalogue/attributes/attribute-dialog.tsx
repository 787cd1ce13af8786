import { ActDialog } from "@kit/form/act-dialog";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { call } from "@kit/http/client";
import { Checkbox } from "@kit/ui/checkbox";
import type { UseFormReturn } from "react-hook-form";
import { any, array, boolean, minLength, object, pipe, regex, string, trim } from "valibot";
import { CategoryChecks } from "@/features/catalogue/categories/category-checks";
import { t } from "@/i18n/t";
import { ChoiceList } from "./choice-list";
import { kinds } from "./kinds";
import { type Attribute, type Choice, COUNTABLE, SPLITTING, WITH_CHOICES } from "./types";

interface Values {
  name: string;
  code: string;
  kind: string;
  unit: string;
  is_facet: boolean;
  is_axis: boolean;
  is_required: boolean;
  choices: Choice[];
  category_ids: string[];
}

const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give it a name."))),
    code: pipe(string(), regex(/^[a-z0-9-]+$/, t("Small letters, digits and hyphens."))),
    kind: string(),
    unit: string(),
    is_facet: boolean(),
    is_axis: boolean(),
    is_required: boolean(),
    choices: array(any()),
    category_ids: array(string()),
  });

const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const values = (attribute?: Attribute): Values => ({
  name: attribute?.name ?? "",
  code: attribute?.code ?? "",
  kind: attribute?.kind ?? "choice",
  unit: attribute?.unit ?? "",
  is_facet: attribute?.is_facet ?? true,
  is_axis: attribute?.is_axis ?? false,
  is_required: attribute?.is_required ?? false,
  choices: attribute?.choices ?? [{ label: "", swatch: "" }],
  category_ids: attribute?.categories.map(({ id }) => id) ?? [],
});

/** What does not go with the kind is left out, so that changing the kind needs no tidying up. */
export function body(given: Values, position: number) {
  const { kind } = given;
  const choices = given.choices.filter(({ label }) => label.trim() !== "");
  return {
    ...given,
    position,
    unit: kind === "number" ? given.unit.trim() : "",
    is_facet: given.is_facet && COUNTABLE.includes(kind),
    is_axis: given.is_axis && SPLITTING.includes(kind),
    choices: WITH_CHOICES.includes(kind)
      ? choices.map(({ id, label, swatch }) => ({ id, label, swatch: kind === "colour" ? swatch : "" }))
      : [],
  };
}

export function AttributeDialog({ attribute, onClose }: { attribute?: Attribute; onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={attribute ? t("Change {name}", { name: attribute.name }) : t("New attribute")}
      consequence={attribute ? t("Kind and code stay as they are. Filters follow within a minute.") : undefined}
      values={values(attribute)}
      schema={schema()}
      fields={(form) => <Fields form={form} isNew={!attribute} />}
      label={t("Save")}
      send={(given) =>
        attribute
          ? call("PUT", `admin/attributes/${attribute.id}`, { body: body(given, attribute.position) })
          : call("POST", "admin/attributes", { body: body(given, 0) })
      }
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}

function Fields({ form, isNew }: { form: UseFormReturn<Values>; isNew: boolean }) {
  const kind = form.watch("kind");
  const name = form.watch("name");
  const isTouched = !!form.formState.dirtyFields.code;
  if (isNew && !isTouched && form.getValues("code") !== slug(name))
    queueMicrotask(() => form.setValue("code", slug(name)));
  const box = (field: "is_facet" | "is_axis" | "is_required", label: string) => (
    <Checkbox label={label} checked={form.watch(field)} onChange={(on) => form.setValue(field, on)} />
  );
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField form={form} name="name" label={t("Name")} maxLength={30} autoFocus />
        {isNew && (
          <TextField
            form={form}
            name="code"
            label={t("Code")}
            hint={t("For files and programs; it stays.")}
            maxLength={40}
          />
        )}
        {isNew && (
          <SelectField
            form={form}
            name="kind"
            label={t("Kind")}
            options={Object.entries(kinds()).map(([value, label]) => ({ value, label }))}
          />
        )}
        {kind === "number" && (
          <TextField form={form} name="unit" label={t("Unit")} hint={t("ml, mm, g …")} maxLength={12} />
        )}
      </div>
      <div className="flex flex-wrap gap-x-5">
        {COUNTABLE.includes(kind) && box("is_facet", t("Shoppers filter by it"))}
        {SPLITTING.includes(kind) && box("is_axis", t("Variants differ in it"))}
        {box("is_required", t("Needed to publish"))}
      </div>
      {WITH_CHOICES.includes(kind) && (
        <ChoiceList
          choices={form.watch("choices")}
          withSwatch={kind === "colour"}
          error={form.formState.errors.choices?.message}
          onChange={(choices) => form.setValue("choices", choices)}
        />
      )}
      <CategoryChecks
        legend={t("Goods of these categories have it, and of all below them")}
        chosen={form.watch("category_ids")}
        onChange={(ids) => form.setValue("category_ids", ids)}
      />
    </>
  );
}
