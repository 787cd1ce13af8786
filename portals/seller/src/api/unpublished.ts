/** Shapes of endpoints whose API document does not exist yet. */
import type { Money } from "@kit/format/money";

export interface Overview {
  to_accept: number;
  to_pack: number;
  to_ship: number;
  low_stock: number;
  products_draft: number;
  balance_available: Money;
  balance_held: Money;
  next_payout: { amount: Money; scheduled_for: string } | null;
  seller: { name: string; slug: string; status: string };
}
