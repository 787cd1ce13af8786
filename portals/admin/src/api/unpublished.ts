/** Shapes of endpoints whose API document does not exist yet. */
import type { Money } from "@kit/format/money";

export interface Overview {
  orders_today: number;
  sales_today: Money;
  queue: { kind: string; count: number; oldest_at: string | null }[];
  ledger_balanced: boolean;
  payouts_due: Money;
}
