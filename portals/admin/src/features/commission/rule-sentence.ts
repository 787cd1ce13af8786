import { currencyText } from "@kit/format/currency";
import { toMinor } from "@kit/format/rupees";
import { locale } from "@kit/i18n/language";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import type { Values } from "./rule-form";
import { ALL } from "./use-seller-options";

/** What a rule says, in words and amounts as people read them; empty where it says nothing. */
export interface Said {
  percent: string;
  basis: string;
  fixed: string;
  floor: string;
  cap: string;
  seller: string;
  tier: string;
  category: string;
  product: string;
  low: string;
  high: string;
  payment: string;
  withShipping: boolean;
}

/** What it takes: of what, by the piece, and between which bounds. */
export function chargeText({ percent, basis, fixed, floor, cap }: Said): string {
  const gaps = { percent };
  const parts = [
    basis === "gross" ? t("{percent} % of the price with tax", gaps) : t("{percent} % of the price without tax", gaps),
    fixed && t("{amount} for each piece", { amount: fixed }),
  ];
  const limits = [floor && t("at least {amount}", { amount: floor }), cap && t("at most {amount}", { amount: cap })];
  return [parts.filter(Boolean).join(" + "), ...limits].filter(Boolean).join(", ");
}

/** For which sales; empty where it is for all. */
export function scopeText({ seller, tier, category, product, low, high, payment }: Said): string {
  const parts = [
    seller,
    tier && t("tier {tier}", { tier }),
    category,
    product,
    low && high && t("{low} to {high} a piece", { low, high }),
    low && !high && t("from {low} a piece", { low }),
    !low && high && t("up to {high} a piece", { high }),
    payment && paymentText(payment),
  ];
  return parts.filter(Boolean).join(" · ");
}

export const paymentText = (payment: string) => (payment === "cod" ? t("cash on delivery") : t("paid in advance"));

/** The whole rule as people would say it. */
export function ruleSentence(said: Said): string {
  const scope = scopeText(said);
  const isOfGoods = said.category || said.product || said.low || said.high;
  return [
    t("Takes {charge}.", { charge: chargeText(said) }),
    scope ? t("Only of: {scope}.", { scope }) : t("Of everything that is sold."),
    said.withShipping && t("It takes the percent of the delivery too."),
    !said.withShipping && !isOfGoods && t("It takes nothing of the delivery."),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A rule in force. */
export function saidOf(rule: CommissionRule): Said {
  return {
    percent: String(rule.percent_bp / 100),
    basis: rule.basis,
    fixed: rule.fixed?.minor ? rule.fixed.text : "",
    floor: rule.floor?.text ?? "",
    cap: rule.cap?.text ?? "",
    seller: rule.seller ?? "",
    tier: rule.seller_tier,
    category: rule.category ?? "",
    product: rule.product ?? "",
    low: rule.price_min?.text ?? "",
    high: rule.price_max?.text ?? "",
    payment: rule.payment,
    withShipping: rule.with_shipping,
  };
}

/** A rule that is being written; `nameOf` tells the words of a choice. */
export function saidSoFar(values: Values, nameOf: (field: "seller_id" | "category_id" | "product_id") => string): Said {
  return {
    percent: values.percent_bp,
    basis: values.basis,
    fixed: amountText(values.fixed_minor),
    floor: amountText(values.floor_minor),
    cap: amountText(values.cap_minor),
    seller: nameOf("seller_id"),
    tier: values.seller_tier === ALL ? "" : values.seller_tier,
    category: nameOf("category_id"),
    product: nameOf("product_id"),
    low: amountText(values.price_min_minor),
    high: amountText(values.price_max_minor),
    payment: values.payment === ALL ? "" : values.payment,
    withShipping: values.with_shipping === "yes",
  };
}

function amountText(typed: string): string {
  const minor = toMinor(typed);
  return minor === undefined ? "" : currencyText(minor, locale());
}
