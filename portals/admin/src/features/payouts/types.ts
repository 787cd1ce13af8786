import type { Money } from "@kit/format/money";
import type { Posting } from "@kit/ui/postings";
import type { PayoutRow } from "@/api/types";

export interface Way {
  id: string;
  rail: string;
  status: string;
  amount: Money;
  reference: string;
  provider_id: string | null;
  account_last4: string;
  failure: string;
  ended_at: string | null;
}

export interface PayoutLine {
  id: string;
  kind: string;
  number: string;
  text: string;
  gross: Money;
  fee: Money;
  fee_gst: Money;
  tcs: Money;
  tds: Money;
  net: Money;
}

export type PayoutDetail = Omit<PayoutRow, "lines"> & { lines: PayoutLine[]; ways: Way[] };

export interface Explained {
  line: PayoutLine;
  entries: {
    key: string;
    code: string;
    at: string;
    reference: string;
    description: string;
    postings: Posting[];
  }[];
  fees: {
    title: string;
    explanation: string;
    gross: Money;
    fee: Money;
    fee_gst: Money;
    tcs: Money;
    tds: Money;
    net: Money;
  }[];
}

export interface RunItem {
  seller: string;
  seller_id: string;
  amount: Money;
  left_out: string;
}

export interface PreviewItem extends RunItem {
  stands: Money;
  reserve: Money;
  carried: Money;
  ways: string[];
  lines: number;
}

export interface RunRow {
  id: string;
  number: number;
  status: string;
  total: Money;
  payouts: number;
  needs_second: boolean;
  people_missing: number;
  proposed_by: string | null;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
  reason: string;
  may_decide: boolean;
}

export interface BankLine extends Way {
  seller: string;
  payout: string;
  payout_id: string;
  beneficiary: string;
  ifsc: string;
}

export interface BankFileRow {
  id: string;
  number: number;
  layout: string;
  sha256: string;
  total: Money;
  lines_count: number;
  open_count: number;
  failed_count: number;
  downloads: number;
  made_by: string | null;
  made_at: string;
}

export interface AdjustmentRow {
  id: string;
  number: number;
  seller: string;
  amount: Money;
  reason: string;
  write_off: boolean;
  status: string;
  proposed_by: string | null;
  proposed_at: string;
  decided_by: string | null;
  decision_reason: string;
  may_decide: boolean;
}

export interface HoldRow {
  id: string;
  seller: string;
  seller_id: string;
  payout: string | null;
  reason: string;
  at: string;
}

export interface CashParcel {
  id: string;
  number: string;
  seller: string;
  delivered_at: string;
  collected: Money;
}

export interface Remittance {
  id: string;
  number: number;
  courier: string;
  reference: string;
  amount: Money;
  received_at: string;
  parcels: number;
}

export interface Plan {
  schedule: string;
  weekday: number;
  month_day: number;
  hold_days: number;
  minimum: Money;
  reserve_bp: number;
  reserve_days: number;
  off_rail: string;
}

export type BrandPlan = Plan & { second_person: Money | null; adjustment_alone: Money | null };
export type SellerPlan = Plan & { seller: string; seller_id: string };
