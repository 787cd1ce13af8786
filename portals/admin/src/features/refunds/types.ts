import type { Money } from "@kit/format/money";

export interface BankRefund {
  id: string;
  status: string;
  reference_number: string;
  reason: string;
  amount: Money;
  is_by_bank: boolean;
  failure: string;
  bank_reference: string;
  created_at: string;
  payee: { kind?: string; name?: string; vpa?: string; account_number?: string; ifsc?: string };
}
