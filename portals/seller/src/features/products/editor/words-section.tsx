import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";
import { useCategoryOptions } from "../use-categories";
import { Field, Lack } from "./field";
import type { Word } from "./word";

/** Name, category, description. */
export function WordsSection({ word }: { word: Word }) {
  const categories = useCategoryOptions();
  const [title, category] = [word("title"), word("category")];
  return (
    <Section title={t("What it is")}>
      <div className="flex flex-col gap-4">
        <Field
          {...title}
          label={t("Name")}
          maxLength={250}
          error={title.error ?? (title.value.trim() ? undefined : t("Give the product a name."))}
          hint={t("Brand, what it is, size: “Rose face serum, 30 ml”.")}
        />
        <div id="field-category">
          <Select
            label={t("Category")}
            {...categories}
            value={category.value}
            onChange={category.onChange}
            placeholder={t("Choose a category")}
            error={category.error}
            hint={category.lack && <Lack>{category.lack}</Lack>}
          />
        </div>
        <Field {...word("description")} label={t("Description")} rows={7} maxLength={20_000} />
      </div>
    </Section>
  );
}
