import type { Money } from "@kit/format/money";

export interface ReturnLine {
  line_id: string;
  title: string;
  sku: string;
  image: string;
  quantity: number;
  reason_text: string;
  way_back_paid_by: string;
  received: number | null;
  resellable: number | null;
  accepted: number | null;
  refusal: string;
  instead: string;
}

export interface Returned {
  number: string;
  kind: string;
  status: string;
  part: string;
  order: string;
  seller: string;
  customer?: string;
  note: string;
  answer: string;
  is_escalated: boolean;
  requested_at: string;
  answer_by: string;
  received_at: string | null;
  refund: Money | null;
  lines: ReturnLine[];
  actions: string[];
}
