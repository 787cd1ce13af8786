import { useResource } from "@kit/app/use-resource";
import { useList } from "@kit/table/use-list";
import { type Choice, type Fed, fed, named } from "@kit/ui/choices";
import { useRef } from "react";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import type { Values } from "./rule-form";
import { useCategoryOptions } from "./use-category-options";
import { ALL, useSellerOptions } from "./use-seller-options";

const FIELDS = ["seller_id", "seller_tier", "category_id", "product_id"] as const;
type Field = (typeof FIELDS)[number];
export type RuleChoices = Record<Field, Fed>;

const FOUND = 20;

/**
 * What a rule can be narrowed to. What is chosen stays among the choices: a product when other words are searched for, a
 * seller who does not sell now.
 */
export function useRuleChoices(values: Values, rule?: CommissionRule): RuleChoices {
  const tiers = useResource<{ tier: string }[]>("admin/commission/tiers");
  const q = values.product_words.trim();
  const products = useList<{ id: string; name: string }>("admin/commission/products", { q, limit: FOUND });
  const lists: RuleChoices = {
    seller_id: useSellerOptions(),
    seller_tier: fed(tiers, (rows) => [
      { value: ALL, label: t("All tiers, and none") },
      ...rows.map(({ tier }) => ({ value: tier, label: tier })),
    ]),
    category_id: useCategoryOptions(),
    product_id: fed(products, ({ rows }) => [{ value: ALL, label: t("All goods") }, ...named(rows)]),
  };
  const seen = useRef(namesOf(rule));
  for (const field of FIELDS) {
    for (const { value, label } of lists[field].options) seen.current.set(field + value, label);
    const chosen = { value: values[field], label: seen.current.get(field + values[field]) ?? "" };
    lists[field] = { ...lists[field], options: withChosen(lists[field].options, chosen) };
  }
  return lists;
}

function namesOf(rule?: CommissionRule): Map<string, string> {
  const { seller_id = "", seller_tier = "", category_id = "", product_id = "" } = rule ?? {};
  return new Map([
    [`seller_id${seller_id}`, rule?.seller ?? ""],
    [`seller_tier${seller_tier}`, seller_tier],
    [`category_id${category_id}`, rule?.category ?? ""],
    [`product_id${product_id}`, rule?.product ?? ""],
  ]);
}

function withChosen(options: Choice[], chosen: Choice): Choice[] {
  const [all, ...rest] = options;
  const isThere = !chosen.label || options.some(({ value }) => value === chosen.value);
  return isThere || !all ? options : [all, chosen, ...rest];
}

/** The words of what is chosen; empty where nothing is. */
export function nameOfChoice(choices: RuleChoices, values: Values) {
  return (field: Field): string => {
    const value = values[field];
    return value === ALL ? "" : (choices[field].options.find((one) => one.value === value)?.label ?? "");
  };
}
