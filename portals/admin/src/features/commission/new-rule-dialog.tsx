import { ActDialog } from "@kit/form/act-dialog";
import { MoneyField, optionalAmountSchema } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { ALL, useSellerOptions } from "./use-seller-options";

const EMPTY = {
  name: "",
  position: "",
  seller: ALL,
  percent: "",
  fixed: "",
  floor: "",
  cap: "",
  valid_from: "",
  valid_to: "",
};

const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give the rule a name."))),
    position: pipe(string(), regex(/^\d{0,4}$/, t("Write a whole number."))),
    seller: string(),
    percent: pipe(string(), regex(/^\d{1,2}(\.\d{1,2})?$/, t("Write a rate such as 12.5."))),
    fixed: optionalAmountSchema(),
    floor: optionalAmountSchema(),
    cap: optionalAmountSchema(),
    valid_from: pipe(string(), minLength(1, t("Choose the first day."))),
    valid_to: string(),
  });

type Values = typeof EMPTY;

function body({ name, percent, fixed, floor, cap, position, seller, valid_from, valid_to }: Values) {
  return {
    name,
    // Hundredths of a percent are read like paise: "12.5" is 1250.
    percent_bp: toMinor(percent),
    position: position ? Number(position) : null,
    seller_id: seller === ALL ? null : seller,
    valid_from,
    valid_to: valid_to || null,
    fixed_minor: toMinor(fixed) ?? 0,
    floor_minor: toMinor(floor) ?? null,
    cap_minor: toMinor(cap) ?? null,
  };
}

export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  const sellers = useSellerOptions();
  return (
    <ActDialog<Values>
      title={t("New commission rule")}
      consequence={t(
        "The first rule that fits a line wins; smaller numbers come first. Orders already paid keep their rule.",
      )}
      values={EMPTY}
      schema={schema()}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="name" label={t("Name")} autoFocus />
          <TextField
            form={form}
            name="position"
            label={t("Place in the order")}
            hint={t("Empty means last.")}
            inputMode="numeric"
          />
          <TextField form={form} name="percent" label={t("Percent")} inputMode="decimal" />
          <MoneyField form={form} name="fixed" label={t("Plus, for each piece")} />
          <MoneyField form={form} name="floor" label={t("At least")} />
          <MoneyField form={form} name="cap" label={t("At most")} />
          <SelectField form={form} name="seller" label={t("Seller")} options={sellers} />
          <TextField form={form} name="valid_from" type="date" label={t("From")} />
          <TextField form={form} name="valid_to" type="date" label={t("To")} hint={t("Empty means without end.")} />
        </div>
      )}
      label={t("Put in force")}
      send={(values, key) => http.post("admin/commission/rules", body(values), key)}
      doneText={t("The rule is in force from its first day")}
      onClose={onClose}
    />
  );
}
