import { optionalAmountSchema } from "@kit/form/money-field";
import { toMinor, toTyped } from "@kit/format/rupees";
import { boolean, minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { Promotion } from "./types";

export const ALL = "all";

export const EMPTY = {
  name: "",
  benefit: "percent",
  percent: "10",
  amount: "",
  cap: "",
  buy: "2",
  get: "1",
  min_spend: "",
  min_quantity: "",
  first_order_only: false,
  needs_code: false,
  is_exclusive: false,
  seller: ALL,
  category: ALL,
  starts_at: "",
  ends_at: "",
  priority: "0",
  budget: "",
  uses_max: "",
  uses_per_customer: "",
  brand_share: "100",
};

export type Terms = typeof EMPTY;

const count = () => pipe(string(), regex(/^\d{0,7}$/, t("Write a whole number.")));
const share = () => pipe(string(), regex(/^\d{0,3}(\.\d{1,2})?$/, t("Write a rate such as 12.5.")));

export const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give the promotion a name."))),
    benefit: string(),
    percent: share(),
    amount: optionalAmountSchema(),
    cap: optionalAmountSchema(),
    buy: count(),
    get: count(),
    min_spend: optionalAmountSchema(),
    min_quantity: count(),
    first_order_only: boolean(),
    needs_code: boolean(),
    is_exclusive: boolean(),
    seller: string(),
    category: string(),
    starts_at: pipe(string(), minLength(1, t("Choose the first day."))),
    ends_at: string(),
    priority: pipe(string(), regex(/^-?\d{1,4}$/, t("Write a whole number."))),
    budget: optionalAmountSchema(),
    uses_max: count(),
    uses_per_customer: count(),
    brand_share: share(),
  });

const number = (typed: string) => (typed ? Number(typed) : null);
const some = (chosen: string) => (chosen === ALL ? [] : [chosen]);

/** What the API is sent; days are whole days of the server's own zone. */
export function body(terms: Terms, kept?: Promotion) {
  const has = (...benefits: string[]) => benefits.includes(terms.benefit);
  return {
    name: terms.name,
    benefit: terms.benefit,
    // Hundredths of a percent are read like paise: "12.5" is 1250.
    percent_bp: has("percent", "buy_get") ? (toMinor(terms.percent) ?? 0) : 0,
    amount_minor: has("fixed", "fixed_price") ? (toMinor(terms.amount) ?? 0) : 0,
    cap_minor: toMinor(terms.cap) ?? null,
    buy_quantity: has("buy_get") ? Number(terms.buy) : 0,
    get_quantity: has("buy_get") ? Number(terms.get) : 0,
    min_spend_minor: toMinor(terms.min_spend) ?? 0,
    min_quantity: Number(terms.min_quantity),
    first_order_only: terms.first_order_only,
    needs_code: terms.needs_code,
    is_exclusive: terms.is_exclusive,
    seller_ids: some(terms.seller),
    category_ids: some(terms.category),
    product_ids: kept?.product_ids ?? [],
    starts_at: `${terms.starts_at}T00:00:00`,
    ends_at: terms.ends_at ? `${terms.ends_at}T23:59:59` : null,
    priority: Number(terms.priority),
    budget_minor: toMinor(terms.budget) ?? null,
    uses_max: number(terms.uses_max),
    uses_per_customer: number(terms.uses_per_customer),
    minor_per_customer: kept?.minor_per_customer?.minor ?? null,
    brand_bp: toMinor(terms.brand_share || "0") ?? 0,
  };
}

const typed = (money: { minor: number } | null) => (money?.minor ? toTyped(money.minor) : "");
const digits = (found: number | null) => (found ? String(found) : "");

/** The form of a promotion that is there. */
export function termsOf(kept: Promotion): Terms {
  return {
    name: kept.name,
    benefit: kept.benefit,
    percent: toTyped(kept.percent_bp),
    amount: typed(kept.amount),
    cap: typed(kept.cap),
    buy: String(kept.buy_quantity),
    get: String(kept.get_quantity),
    min_spend: typed(kept.min_spend),
    min_quantity: digits(kept.min_quantity),
    first_order_only: kept.first_order_only,
    needs_code: kept.needs_code,
    is_exclusive: kept.is_exclusive,
    seller: kept.seller_ids[0] ?? ALL,
    category: kept.category_ids[0] ?? ALL,
    starts_at: kept.starts_at.slice(0, 10),
    ends_at: kept.ends_at?.slice(0, 10) ?? "",
    priority: String(kept.priority),
    budget: typed(kept.budget),
    uses_max: digits(kept.uses_max),
    uses_per_customer: digits(kept.uses_per_customer),
    brand_share: toTyped(kept.brand_bp),
  };
}
