/**
 * The answers of the seller API under the names the screens use. Shapes come from the generated document;
 * only what the document leaves open (`[key: string]: unknown`) is said here.
 */
import type { Money } from "@kit/format/money";
import type { Posting } from "@kit/ui/postings";
import type {
  CommissionsEarningsOut,
  OrdersPartDetailOut,
  OrdersPartRowOut,
  OrdersTaxedLineOut,
  PayoutsBalanceOut,
  PayoutsPayoutLineOut,
  PayoutsPayoutRowOut,
  PayoutsStatementLineOut,
} from "./seller/types.gen";

export type * from "./unpublished";
export type Balance = PayoutsBalanceOut;
export type Earnings = CommissionsEarningsOut;
export type OrderLine = OrdersTaxedLineOut;
export type OrderRow = OrdersPartRowOut;
export type PayoutRow = PayoutsPayoutRowOut;

export interface Address {
  name: string;
  phone: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  pin: string;
}

export type Order = Omit<OrdersPartDetailOut, "ship_to" | "timeline"> & {
  ship_to: Address;
  timeline: { code: string; text: string; at: string }[];
};

/** What remains of a sale and where the rest went; deductions are positive figures. */
export interface Figures {
  gross: Money;
  fee: Money;
  fee_gst: Money;
  tcs: Money;
  tds: Money;
  net: Money;
}

export type PayoutLine = Omit<PayoutsPayoutLineOut, keyof Figures> & Figures;
export type Payout = PayoutRow & { lines: PayoutLine[] };

export type StatementLine = Omit<PayoutsStatementLineOut, "change" | "balance" | "postings"> & {
  change: Money;
  balance: Money;
  postings: Posting[];
};
