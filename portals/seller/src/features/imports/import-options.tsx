import type { Options } from "@kit/files/mapping-step";
import { PlainField } from "@kit/files/plain-field";
import { usePlaces } from "@kit/files/use-places";
import { Select } from "@kit/ui/select";
import { t } from "@/i18n/t";

const NONE = "-";

interface ImportOptionsProps {
  options: Options;
  change: (change: Options) => void;
}

/** What counts for goods that are new and whose row does not say it. */
export function ImportOptions({ options, change }: ImportOptionsProps) {
  const places = usePlaces("seller", { value: NONE, label: t("None") });
  const text = (name: string) => String(options[name] ?? "");
  const stock = (value: string) => change({ stock: /^\d{1,7}$/.test(value) ? Number(value) : undefined });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PlainField
        label={t("Country of origin")}
        hint={t("Two letters, such as IN, where the row has none.")}
        value={text("country_of_origin")}
        maxLength={2}
        onChange={(value) => change({ country_of_origin: value.toUpperCase() })}
      />
      <PlainField
        label={t("HSN code")}
        hint={t("4, 6 or 8 digits, where the row has none.")}
        value={text("hsn")}
        inputMode="numeric"
        maxLength={8}
        onChange={(value) => change({ hsn: value })}
      />
      <Select
        label={t("Category")}
        hint={t("For goods that are new and whose row names none.")}
        value={text("category") || NONE}
        onChange={(slug) => change({ category: slug === NONE ? "" : slug })}
        {...places}
      />
      <PlainField
        label={t("Stock of new offers")}
        hint={t("Where the row does not count them.")}
        value={text("stock")}
        inputMode="numeric"
        onChange={stock}
      />
      <Select
        label={t("What becomes of new goods")}
        value={text("after") || "draft"}
        onChange={(after) => change({ after })}
        options={[
          { value: "draft", label: t("They stay drafts") },
          { value: "propose", label: t("Complete ones are sent for review") },
        ]}
      />
    </div>
  );
}
