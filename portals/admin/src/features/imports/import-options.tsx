import type { Options } from "@kit/files/mapping-step";
import { PlainField } from "@kit/files/plain-field";
import { usePlaces } from "@kit/files/use-places";
import { useList } from "@kit/table/use-list";
import { Checkbox } from "@kit/ui/checkbox";
import { fed } from "@kit/ui/choices";
import { Select } from "@kit/ui/select";
import type { SellerRow } from "@/api/types";
import { t } from "@/i18n/t";

const NONE = "-";

interface ImportOptionsProps {
  options: Options;
  change: (change: Options) => void;
}

/** What counts for goods that are new and whose row does not say it. */
export function ImportOptions({ options, change }: ImportOptionsProps) {
  const places = usePlaces("admin", { value: NONE, label: t("None") });
  const sellers = fed(useList<SellerRow>("admin/sellers", { status: "active", limit: 100 }), ({ rows }) => [
    { value: NONE, label: t("The column says it") },
    ...rows.map(({ slug, name }) => ({ value: slug, label: name })),
  ]);
  const text = (name: string) => String(options[name] ?? "");
  const stock = (value: string) => change({ stock: /^\d{1,7}$/.test(value) ? Number(value) : undefined });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t("Seller")}
        hint={t("Where no column names the seller of a row.")}
        value={text("seller") || NONE}
        onChange={(slug) => change({ seller: slug === NONE ? "" : slug })}
        {...sellers}
      />
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
          { value: "propose", label: t("Complete ones go into the shop") },
        ]}
      />
      <div className="self-end pb-1">
        <Checkbox
          label={t("Make categories that are not there")}
          checked={options.make_categories === true}
          onChange={(make) => change({ make_categories: make || undefined })}
        />
        <Checkbox
          label={t("Read brand, colour, size and material from titles")}
          checked={options.extract === true}
          onChange={(extract) => change({ extract: extract || undefined })}
        />
      </div>
    </div>
  );
}
