import { FormError } from "@kit/form/form-error";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Checkbox } from "@kit/ui/checkbox";
import { Section } from "@kit/ui/section";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "@/i18n/t";
import { ItemList } from "./item-list";
import { PreviewCard } from "./preview-card";
import { RuleEditor } from "./rule-editor";
import { blank, whole } from "./rules";
import type { Collection, Group, Item } from "./types";
import { sortWords } from "./words";

interface Values {
  title: string;
  slug: string;
  description: string;
  image: string;
  sort: string;
  is_shown: boolean;
  seo_title: string;
  seo_description: string;
  take_old: boolean;
}

const START: Group = { match: "all", conditions: [blank("category")] };

/** A collection as a whole: words, what is in it, and how it is found. */
export function CollectionForm({
  collection,
  kind,
  items,
}: {
  collection?: Collection;
  kind: "hand" | "rule";
  items: Item[];
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [rule, setRule] = useState<Group>(collection?.kind === "rule" ? (collection.rule as Group) : START);
  const [chosen, setChosen] = useState(items);
  const { form, onSubmit, sending } = useApiForm<Values, { data: Collection }>({
    values: {
      title: collection?.title ?? "",
      slug: collection?.slug ?? "",
      description: collection?.description ?? "",
      image: collection?.image ?? "",
      sort: collection?.sort ?? "featured",
      is_shown: collection?.is_shown ?? true,
      seo_title: collection?.seo_title ?? "",
      seo_description: collection?.seo_description ?? "",
      take_old: false,
    },
    send: ({ slug, ...rest }) => {
      const what = kind === "rule" ? { rule: whole(rule) ?? rule } : { products: chosen.map(({ id }) => id) };
      const body = { ...rest, ...(slug ? { slug } : {}), ...what };
      return collection
        ? call<Collection>("PATCH", `admin/collections/${collection.id}`, { body })
        : call<Collection>("POST", "admin/collections", { body: { ...body, kind } });
    },
    done: ({ data }) => {
      toastDone(t("Saved"));
      void queries.invalidateQueries();
      if (!collection) void navigate({ to: `/collections/${data.id}` });
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <Section title={t("Words")}>
          <div className="flex flex-col gap-4">
            <TextField form={form} name="title" label={t("Title")} maxLength={120} autoFocus={!collection} />
            <TextField form={form} name="description" label={t("Description")} rows={3} />
          </div>
        </Section>
        {kind === "rule" ? (
          <Section title={t("What is in it")}>
            <RuleEditor group={rule} onChange={setRule} />
          </Section>
        ) : (
          <ItemList items={chosen} onChange={setChosen} />
        )}
        {kind === "rule" && <PreviewCard rule={rule} />}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Section title={t("In the shop")}>
          <div className="flex flex-col gap-4">
            <Checkbox
              label={t("Shoppers see it")}
              checked={form.watch("is_shown")}
              onChange={(on) => form.setValue("is_shown", on)}
            />
            <SelectField
              form={form}
              name="sort"
              label={t("Order")}
              options={Object.entries(sortWords()).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              form={form}
              name="image"
              label={t("Picture")}
              hint={t("A file of the brand, such as theme/scenes/glass.svg.")}
            />
          </div>
        </Section>
        <Section title={t("For search engines")}>
          <div className="flex flex-col gap-4">
            <TextField
              form={form}
              name="slug"
              label={t("Address")}
              prefix="/"
              hint={
                collection ? t("The old address leads on to the new one.") : t("Left empty, it follows from the name.")
              }
            />
            {form.formState.errors.take_old && (
              <Checkbox
                label={t("Take the old address over knowingly")}
                checked={form.watch("take_old")}
                onChange={(on) => form.setValue("take_old", on)}
              />
            )}
            <TextField form={form} name="seo_title" label={t("Title")} maxLength={70} />
            <TextField form={form} name="seo_description" label={t("Description")} rows={3} maxLength={200} />
          </div>
        </Section>
        <FormError form={form} />
        <Button type="submit" look="solid" isPending={sending}>
          {t("Save")}
        </Button>
      </div>
    </form>
  );
}
