/** Shapes of endpoints whose API document does not exist yet. */
import type { Money } from "@kit/format/money";

export interface Requirement {
  id: string;
  kind: string;
  title: string;
  why: string;
  status: "pending" | "passed" | "failed" | "waived";
  reason: string;
  next: string;
  checked_at: string | null;
}

export interface ApplicationFields {
  shop_name: string;
  description: string;
  legal_name: string;
  pan: string;
  gst_status: string;
  gstin: string;
  state: string;
  address: string;
  city: string;
  pin: string;
  ifsc: string;
  account_holder: string;
}

export interface Application extends ApplicationFields {
  status: string;
  seller_status: string;
  decision_reason: string | null;
  submitted_at: string | null;
  next_try_at: string | null;
  bank_account_masked: string;
  missing: { field: string; label: string }[];
  requirements: Requirement[];
  actions: string[];
}

export interface Overview {
  to_accept: number;
  to_pack: number;
  to_ship: number;
  low_stock: number;
  products_draft: number;
  balance_available: Money;
  balance_held: Money;
  next_payout: { amount: Money; scheduled_for: string } | null;
  seller: { name: string; slug: string; status: string };
}

export interface Category {
  slug: string;
  name: string;
  parent: string | null;
}

export interface ProductRow {
  id: string;
  title: string;
  slug: string;
  status: string;
  category: { slug: string; name: string } | null;
  image_url: string | null;
  offers: number;
  missing: string[];
  price_from: Money | null;
  stock: number;
  updated_at: string;
  actions: string[];
}

export interface Offer {
  id: string;
  price: Money;
  mrp: Money;
  on_hand: number;
  reserved: number;
  available: number;
  handling_days: number;
  status: string;
  actions: string[];
}

export interface Variant {
  id: string;
  sku: string;
  options: { name: string; value: string }[];
  hsn: string;
  weight_g: number | null;
  net_quantity: string;
  offer: Offer | null;
}

export interface Product extends ProductRow {
  description: string;
  country_of_origin: string;
  rejection_reason: string | null;
  variants: Variant[];
}

export interface OfferRow extends Offer {
  options: string;
  product: { id: string; title: string };
  sku: string;
  low_stock: boolean;
}

export interface StockMovement {
  id: string;
  at: string;
  sku: string;
  title: string;
  delta: number;
  balance_after: number;
  reason: string;
  note: string;
  actor: string;
  reference: string | null;
}
