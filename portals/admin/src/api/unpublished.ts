/** Shapes of endpoints whose API document does not exist yet. */
import type { Money } from "@kit/format/money";
import type { CheckState } from "@kit/ui/check-list";
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
