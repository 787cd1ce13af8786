import type { Money } from "@kit/format/money";
import type { CheckState } from "@kit/ui/check-list";
import type { Posting } from "@kit/ui/postings";
import type { Happening } from "@kit/ui/timeline";

interface Named {
  id: string;
  name: string;
}

export interface Overview {
  orders_today: number;
  sales_today: Money;
  queue: { kind: string; count: number; oldest_at: string | null }[];
  ledger_balanced: boolean;
  payouts_due: Money;
}

export interface OrderRow {
  number: string;
  status: string;
  payment_status: string;
  placed_at: string;
  customer_name: string;
  total: Money;
  sellers: number;
  payment_method: string;
}

export interface OrderLine {
  id: string;
  title: string;
  sku: string;
  options: string;
  quantity: number;
  unit_price: Money;
  gross: Money;
  commission: Money | null;
  commission_explanation: string | null;
  commission_gst: Money | null;
  tcs: Money | null;
  tds: Money | null;
  net: Money | null;
}

export interface SellerOrder {
  number: string;
  seller: Named;
  status: string;
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
  actions: string[];
}

export interface Order extends OrderRow {
  customer: { name: string; email: string | null; phone: string | null };
  address: { name: string; line1: string; line2: string; city: string; state: string; pin: string };
  seller_orders: SellerOrder[];
  payments: {
    id: string;
    method: string;
    status: string;
    amount: Money;
    provider_payment_id: string | null;
    at: string;
  }[];
  ledger: LedgerTransaction[];
  timeline: Happening[];
  actions: string[];
}

export interface SellerRow extends Named {
  slug: string;
  status: string;
  entity_status: string;
  products: number;
  orders: number;
  applied_at: string;
  actions: string[];
}

export interface Seller extends SellerRow {
  legal_name: string;
  description: string;
  pan_masked: string;
  gstin: string;
  state: string;
  city: string;
  pickup_address: string;
  owner: { name: string; email: string | null; phone: string | null };
  requirements: { id: string; title: string; status: CheckState; reason: string | null }[];
  balance: { on_hold: Money; scheduled: Money; paid: Money };
  timeline: Happening[];
}

export interface ProductRow {
  id: string;
  title: string;
  seller: Named | null;
  category: { slug: string; name: string } | null;
  status: string;
  image_url: string | null;
  price_from: Money | null;
  created_at: string;
  actions: string[];
}

export interface CommissionRule extends Named {
  priority: number;
  seller: { slug: string; name: string } | null;
  category: { slug: string; name: string } | null;
  percent: string;
  fixed: Money | null;
  floor: Money | null;
  cap: Money | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  active: boolean;
}

export interface CommissionLine {
  id: string;
  order_number: string;
  seller: Named;
  title: string;
  base: Money;
  fee: Money;
  gst: Money;
  tcs: Money;
  tds: Money;
  rule_name: string;
  rule_version: number;
  explanation: string;
  status: string;
  computed_at: string;
}

export interface LedgerAccount {
  code: string;
  name: string;
  kind: string;
  balance: Money;
}

export interface LedgerTransaction {
  id: string;
  at: string;
  code: string;
  reference: string | null;
  postings: Posting[];
}

export interface LedgerProof {
  balanced: boolean;
  checked_at: string;
  debits: Money;
  credits: Money;
  accounts: number;
  transactions: number;
  differences: { account: string; expected: Money; found: Money }[];
}

export interface PayoutRow {
  id: string;
  number: string;
  seller: Named;
  status: string;
  amount: Money;
  scheduled_for: string;
  paid_at: string | null;
  reference: string | null;
  failure: string | null;
}

export interface AuditRow {
  id: string;
  at: string;
  actor: string;
  role: string | null;
  action: string;
  object_type: string;
  object_label: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  ip: string | null;
  request_id: string | null;
}
