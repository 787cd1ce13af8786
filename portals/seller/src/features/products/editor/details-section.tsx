import { Section } from "@kit/ui/section";
import { t } from "@/i18n/t";
import type { Draft } from "./draft";
import { Field } from "./field";
import { SpecificationList } from "./specification-list";
import { TagList } from "./tag-list";
import type { Word } from "./word";

interface DetailsSectionProps {
  draft: Draft;
  word: Word;
  change: (edit: (draft: Draft) => Draft) => void;
}

/** Words to search by, further facts, and how search engines show it. */
export function DetailsSection({ draft, word, change }: DetailsSectionProps) {
  return (
    <Section title={t("Details")}>
      <div className="flex flex-col gap-5">
        <div id="field-tags">
          <TagList
            label={t("Tags")}
            hint={t("Words that people search by. Enter or a comma adds one.")}
            values={draft.tags}
            onAdd={(words) => change((now) => ({ ...now, tags: [...now.tags, ...words] }))}
            onRemove={(gone) => change((now) => ({ ...now, tags: now.tags.filter((one) => one !== gone) }))}
            max={30}
            maxLength={40}
          />
        </div>
        <div id="field-specifications">
          <h3 className="mb-2 font-medium text-sm">{t("Specifications")}</h3>
          <SpecificationList
            rows={draft.specifications}
            onChange={(specifications) => change((now) => ({ ...now, specifications }))}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            {...word("seo_title")}
            label={t("Title for search engines")}
            maxLength={70}
            hint={t("Left empty, they show the name.")}
          />
          <Field {...word("seo_description")} label={t("Description for search engines")} rows={2} maxLength={200} />
        </div>
      </div>
    </Section>
  );
}
