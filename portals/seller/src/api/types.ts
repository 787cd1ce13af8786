import type { Money } from "@kit/format/money";
import type { Happening } from "@kit/ui/timeline";

export interface Requirement {
  id: string;
  kind: string;
  title: string;
  status: "pending" | "passed" | "failed" | "waived";
  reason: string | null;
  checked_at: string | null;
}

export interface ApplicationFields {
  shop_name: string;
  legal_name: string;
  description: string;
  pan: string;
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
  bank_account_masked: string | null;
  requirements: Requirement[];
  actions: string[];
}

export interface NextPayout {
  amount: Money;
  scheduled_for: string;
}

export interface Overview {
  to_accept: number;
  to_pack: number;
  to_ship: number;
  low_stock: number;
  products_draft: number;
  balance_available: Money;
  balance_held: Money;
  next_payout: NextPayout | null;
  seller: { name: string; slug: string; status: string };
}

export interface OrderRow {
  number: string;
  status: string;
  placed_at: string;
  customer_name: string;
  city: string;
  items: number;
  total: Money;
  net: Money | null;
  payment_method: string;
  actions: string[];
}

export interface OrderLine {
  id: string;
  title: string;
  sku: string;
  options: string;
  quantity: number;
  unit_price: Money;
  gross: Money;
  taxable: Money | null;
  commission: Money | null;
  commission_explanation: string | null;
  commission_gst: Money | null;
  tcs: Money | null;
  tds: Money | null;
  net: Money | null;
  image_url: string | null;
}

export interface Order extends OrderRow {
  address: { name: string; line1: string; line2: string; city: string; state: string; pin: string; phone: string };
  lines: OrderLine[];
  totals: {
    gross: Money;
    shipping: Money | null;
    commission: Money | null;
    commission_gst: Money | null;
    tcs: Money | null;
    tds: Money | null;
    net: Money | null;
  };
  shipment: { carrier: string; tracking_number: string; shipped_at: string; delivered_at: string | null } | null;
  timeline: Happening[];
  invoice_number: string | null;
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

export interface Balance {
  earned: Money;
  on_hold: Money;
  scheduled: Money;
  in_transit: Money;
  paid: Money;
  next_payout: NextPayout | null;
  holds: { order_number: string; amount: Money; until: string }[];
}

export interface PayoutRow {
  id: string;
  number: string;
  status: string;
  amount: Money;
  scheduled_for: string;
  paid_at: string | null;
  reference: string | null;
  orders: number;
}

export interface PayoutFigures {
  gross: Money;
  commission: Money;
  commission_gst: Money;
  tcs: Money;
  tds: Money;
  adjustment: Money | null;
  net: Money;
}

export interface Payout extends PayoutRow {
  lines: (PayoutFigures & { order_number: string; title: string })[];
  totals: PayoutFigures;
  timeline: Happening[];
}

export interface StatementLine {
  id: string;
  at: string;
  text: string;
  reference: string | null;
  amount: Money;
  balance: Money;
  postings: { source: string; destination: string; amount: Money }[];
}
