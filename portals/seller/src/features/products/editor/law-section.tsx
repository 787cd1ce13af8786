import { countryOptions } from "@kit/format/countries";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";
import { useCategories } from "../use-categories";
import { Field, Lack } from "./field";
import type { Word } from "./word";

/** Origin, makers and months. Months are asked for where the category's goods are dated. */
export function LawSection({ word }: { word: Word }) {
  const categories = useCategories();
  const origin = word("country_of_origin");
  const [made, imported] = [word("made_month"), word("imported_month")];
  const category = categories.find(({ slug }) => slug === word("category").value);
  const isDated = category?.needs_month || !!made.value || !!imported.value;
  const label = t("Name and address, as on the label.");
  return (
    <Section title={t("What the law asks for")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <div id="field-country_of_origin">
          <Select
            label={t("Country of origin")}
            options={countryOptions()}
            value={origin.value}
            onChange={origin.onChange}
            placeholder={t("Choose the country.")}
            error={origin.error}
            hint={origin.lack && <Lack>{origin.lack}</Lack>}
          />
        </div>
        <Field {...word("manufacturer")} label={t("Manufacturer")} maxLength={300} hint={label} />
        <Field {...word("packer")} label={t("Packer")} maxLength={300} hint={label} />
        <Field {...word("importer")} label={t("Importer")} maxLength={300} hint={t("For goods from abroad.")} />
        {isDated && (
          <>
            <Field {...made} type="month" label={t("Month of manufacture")} />
            <Field {...imported} type="month" label={t("Month of import")} hint={t("For goods from abroad.")} />
          </>
        )}
      </div>
    </Section>
  );
}
