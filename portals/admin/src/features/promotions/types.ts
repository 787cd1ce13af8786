import type { Money } from "@kit/format/money";

export interface PromotionRow {
  id: string;
  name: string;
  status: "draft" | "running" | "paused" | "ended";
  seller: string | null;
  sentence: string;
  needs_code: boolean;
  starts_at: string;
  ends_at: string | null;
  benefit: string;
  percent_bp: number;
  brand_bp: number;
  is_exclusive: boolean;
  priority: number;
  uses: number;
  uses_max: number | null;
  spent: Money;
  budget: Money | null;
  actions: string[];
}

export interface Promotion extends PromotionRow {
  amount: Money;
  cap: Money | null;
  min_spend: Money;
  minor_per_customer: Money | null;
  buy_quantity: number;
  get_quantity: number;
  min_quantity: number;
  first_order_only: boolean;
  uses_per_customer: number | null;
  seller_ids: string[];
  category_ids: string[];
  product_ids: string[];
  is_used: boolean;
  paid_by_brand: Money;
  paid_by_sellers: Money;
}

export interface Coupon {
  code: string;
  uses: number;
  uses_max: number | null;
  expires_at: string | null;
  stopped_at: string | null;
}

export interface Batch {
  id: string;
  name: string;
  size: number;
  used: number;
  created_at: string;
}

export interface Preview {
  lines: { title: string; quantity: number; price: Money; discount: Money }[];
  before: Money | null;
  after: Money | null;
  brand_pays: Money | null;
  sellers_pay: Money | null;
  sentences: string[];
}

export interface Targets {
  categories: { id: string; name: string }[];
  sellers: { id: string; name: string }[];
}
