import { optionalAmountSchema } from "@kit/form/money-field";
import { toMinor, toTyped } from "@kit/format/rupees";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import { ALL } from "./use-seller-options";

/** What is typed. Names are the server's, so that its refusal of one lands at its field. */
export const EMPTY = {
  name: "",
  position: "",
  seller_id: ALL,
  seller_tier: ALL,
  category_id: ALL,
  product_words: "",
  product_id: ALL,
  price_min_minor: "",
  price_max_minor: "",
  payment: ALL,
  percent_bp: "",
  basis: "taxable",
  with_shipping: "no",
  fixed_minor: "",
  floor_minor: "",
  cap_minor: "",
  valid_from: "",
  valid_to: "",
};

export type Values = typeof EMPTY;

const PERCENT = /^(100|\d{1,2}(\.\d{1,2})?)$/;

export const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give the rule a name."))),
    position: pipe(string(), regex(/^\d{0,4}$/, t("Write a whole number."))),
    seller_id: string(),
    seller_tier: string(),
    category_id: string(),
    product_words: string(),
    product_id: string(),
    price_min_minor: optionalAmountSchema(),
    price_max_minor: optionalAmountSchema(),
    payment: string(),
    percent_bp: pipe(string(), regex(PERCENT, t("Write a rate such as 12.5."))),
    basis: string(),
    with_shipping: string(),
    fixed_minor: optionalAmountSchema(),
    floor_minor: optionalAmountSchema(),
    cap_minor: optionalAmountSchema(),
    valid_from: pipe(string(), minLength(1, t("Choose the first day."))),
    valid_to: string(),
  });

const chosen = (value: string) => (value === ALL ? null : value);
const amount = (typed: string) => toMinor(typed) ?? null;

/** The rule as the server takes it. */
export function body(values: Values) {
  const { position, seller_tier, payment } = values;
  return {
    name: values.name,
    // Hundredths of a percent are read like paise: "12.5" is 1250.
    percent_bp: toMinor(values.percent_bp),
    basis: values.basis,
    with_shipping: values.with_shipping === "yes",
    position: position ? Number(position) : null,
    seller_id: chosen(values.seller_id),
    seller_tier: chosen(seller_tier) ?? "",
    category_id: chosen(values.category_id),
    product_id: chosen(values.product_id),
    price_min_minor: amount(values.price_min_minor),
    price_max_minor: amount(values.price_max_minor),
    payment: chosen(payment) ?? "",
    valid_from: values.valid_from,
    valid_to: values.valid_to || null,
    fixed_minor: amount(values.fixed_minor) ?? 0,
    floor_minor: amount(values.floor_minor),
    cap_minor: amount(values.cap_minor),
  };
}

const typed = (money: { minor: number } | null) => (money ? toTyped(money.minor) : "");

/** The form of a rule that is in force, to be changed. */
export function valuesOf(rule: CommissionRule): Values {
  return {
    name: rule.name,
    position: String(rule.position),
    seller_id: rule.seller_id ?? ALL,
    seller_tier: rule.seller_tier || ALL,
    category_id: rule.category_id ?? ALL,
    product_words: "",
    product_id: rule.product_id ?? ALL,
    price_min_minor: typed(rule.price_min),
    price_max_minor: typed(rule.price_max),
    payment: rule.payment || ALL,
    percent_bp: toTyped(rule.percent_bp).replace(/\.?0+$/, ""),
    basis: rule.basis,
    with_shipping: rule.with_shipping ? "yes" : "no",
    fixed_minor: rule.fixed?.minor ? typed(rule.fixed) : "",
    floor_minor: typed(rule.floor),
    cap_minor: typed(rule.cap),
    valid_from: rule.valid_from,
    valid_to: rule.valid_to ?? "",
  };
}

/** Enough of a rule to replay a month with it: its days do not matter there. */
export function replayable(values: Values) {
  if (!PERCENT.test(values.percent_bp)) return null;
  return body({ ...values, name: values.name.trim() || t("New rule"), valid_from: "2017-07-01", valid_to: "" });
}
