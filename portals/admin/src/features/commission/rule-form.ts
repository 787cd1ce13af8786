import { optionalAmountSchema } from "@kit/form/money-field";
import { toMinor } from "@kit/format/rupees";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { ALL } from "./use-seller-options";

export const EMPTY = {
  name: "",
  position: "",
  seller: ALL,
  category: ALL,
  percent: "",
  fixed: "",
  floor: "",
  cap: "",
  valid_from: "",
  valid_to: "",
};

export type Values = typeof EMPTY;

const PERCENT = /^\d{1,2}(\.\d{1,2})?$/;

export const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give the rule a name."))),
    position: pipe(string(), regex(/^\d{0,4}$/, t("Write a whole number."))),
    seller: string(),
    category: string(),
    percent: pipe(string(), regex(PERCENT, t("Write a rate such as 12.5."))),
    fixed: optionalAmountSchema(),
    floor: optionalAmountSchema(),
    cap: optionalAmountSchema(),
    valid_from: pipe(string(), minLength(1, t("Choose the first day."))),
    valid_to: string(),
  });

/** The rule as the server takes it. */
export function body({ name, percent, fixed, floor, cap, position, seller, category, valid_from, valid_to }: Values) {
  return {
    name,
    // Hundredths of a percent are read like paise: "12.5" is 1250.
    percent_bp: toMinor(percent),
    position: position ? Number(position) : null,
    seller_id: seller === ALL ? null : seller,
    category_id: category === ALL ? null : category,
    valid_from,
    valid_to: valid_to || null,
    fixed_minor: toMinor(fixed) ?? 0,
    floor_minor: toMinor(floor) ?? null,
    cap_minor: toMinor(cap) ?? null,
  };
}

/** Enough of a rule to replay a month with it: its days do not matter there. */
export function replayable(values: Values) {
  if (!PERCENT.test(values.percent)) return null;
  return body({ ...values, name: values.name.trim() || t("New rule"), valid_from: "2017-07-01", valid_to: "" });
}
