/** Shapes of endpoints whose API document does not exist yet. */
import type { Money } from "@kit/format/money";
import type { CheckState } from "@kit/ui/check-list";
import type { Happening } from "@kit/ui/timeline";

export interface Overview {
  orders_today: number;
  sales_today: Money;
  queue: { kind: string; count: number; oldest_at: string | null }[];
  ledger_balanced: boolean;
  payouts_due: Money;
}

export interface SellerRow {
  id: string;
  name: string;
  slug: string;
  status: string;
  entity_status: string;
  linked_account_status: string;
  applied_at: string | null;
  actions: string[];
}

export interface Seller extends SellerRow {
  legal_name: string;
  description: string;
  decision_reason: string;
  gst_status: string;
  gstin: string;
  city: string;
  score: number;
  linked_account_reason: string;
  pan_masked: string;
  state_name: string;
  pickup_address: string;
  owner: { name: string; email: string; phone: string } | null;
  requirements: { id: string; title: string; status: CheckState; reason: string }[];
  timeline: Happening[];
}

export interface ProductRow {
  id: string;
  slug: string;
  title: string;
  status: string;
  category: { slug: string; name: string } | null;
  seller: { slug: string; name: string } | null;
  country_of_origin: string;
  missing: string[];
  image_url: string | null;
  skus: string[];
  created_at: string;
  actions: string[];
}

export interface AuditRow {
  id: string;
  at: string;
  actor: string;
  role: string;
  action: string;
  object_type: string;
  object_label: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string;
  ip: string;
  request_id: string;
}
