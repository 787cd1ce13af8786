import type { CheckState } from "@kit/ui/check-list";

export interface PlatformOverview {
  brands_active: number;
  brands_suspended: number;
  entities_waiting: number;
  spare_schemas: number;
}

export interface BrandRow {
  slug: string;
  name: string;
  status: string;
  host: string;
  url: string;
  created_at: string | null;
  actions: string[];
}

export interface Brand extends BrandRow {
  legal_name: string;
  order_prefix: string;
  document_code: string;
  home_state: string;
  gstin: string;
  seller_url: string;
  admin_url: string;
  contact: { email?: string; phone?: string };
}

export interface EntityRow {
  id: string;
  legal_name: string;
  brand: { slug: string; name: string } | null;
  status: string;
  submitted_at: string | null;
  requirements_passed: number;
  requirements_total: number;
  actions: string[];
}

export interface EntityRequirement {
  id: string;
  kind: string;
  title: string;
  status: CheckState;
  claim: string;
  evidence: Record<string, unknown>;
  reason: string;
  waived_by: string;
  checked_at: string | null;
  actions: string[];
}

export interface Entity {
  id: string;
  legal_name: string;
  trade_name: string;
  status: string;
  holder_type: string;
  pan_masked: string;
  gst_status: string;
  gstin: string;
  state: string;
  address: string;
  city: string;
  pin: string;
  bank: { account_masked: string; ifsc: string; holder: string };
  owner: { name: string; email: string | null; phone: string | null };
  brands: { slug: string; name: string }[];
  requirements: EntityRequirement[];
  decisions: { at: string; by: string; decision: string; reason: string }[];
  actions: string[];
}
