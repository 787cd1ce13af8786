import type { CheckState } from "@kit/ui/check-list";

export interface PlatformOverview {
  brands_active: number;
  brands_suspended: number;
  entities_waiting: number;
  spare_schemas: number;
}

export interface Brand {
  slug: string;
  name: string;
  status: string;
  host: string;
  url: string;
  created_at: string;
  sellers: number;
  products: number;
  orders: number;
  theme: { primary?: string } | null;
  actions: string[];
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
  evidence: string;
  reason: string | null;
  checked_at: string | null;
  actions: string[];
}

export interface Entity extends EntityRow {
  trade_name: string;
  pan_masked: string;
  gstin: string;
  state: string;
  address: string;
  city: string;
  pin: string;
  bank: { account_masked: string; ifsc: string; holder: string } | null;
  requirements: EntityRequirement[];
  decisions: { at: string; by: string; decision: string; reason: string }[];
}
