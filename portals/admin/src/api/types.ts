/**
 * The answers of the brand's admin API under the names the screens use. Shapes come from the generated document;
 * only what the document leaves open (`[key: string]: unknown`) is said here.
 */
import type { Frozen } from "@kit/format/frozen";
import type { Money } from "@kit/format/money";
import type { CheckState } from "@kit/ui/check-list";
import type { Posting } from "@kit/ui/postings";
import type {
  AuditEntryOut,
  BooksBreakOut,
  BooksCheckOut,
  BooksDepositOut,
  BooksDepositsOut,
  BooksOwedOut,
  BooksReconOut,
  BooksStandingOut,
  BooksTableOut,
  CatalogPictureOut,
  CatalogProductOut,
  CommissionsChangeOut,
  CommissionsEarningsOut,
  CommissionsLineOut,
  CommissionsRuleOut,
  CommissionsWhatIfOut,
  DisputesCaseOut,
  DisputesCaseRowOut,
  GiftcardsCardDetailOut,
  GiftcardsCardOut,
  GiftcardsIssuedOut,
  GiftcardsMovementOut,
  LedgerAccountOut,
  LedgerProofOut,
  LedgerTransactionOut,
  OrdersOrderDetailOut,
  OrdersOrderRowOut,
  OrdersOutcomeOut,
  OrdersPartOut,
  PayoutsAdminPayoutOut,
  SellersSellerDetail,
  SellersSellerRow,
} from "./admin/types.gen";

export type BookCheck = BooksCheckOut;
export type BookStanding = BooksStandingOut;
export type TaxDeposit = BooksDepositOut;
export type TaxDeposits = BooksDepositsOut;
export type TaxOwed = BooksOwedOut;
export type Change = CommissionsChangeOut;
export type Difference = BooksBreakOut;
export type Dispute = DisputesCaseOut;
export type DisputeRow = DisputesCaseRowOut;
export type Recon = BooksReconOut;
export type ReportTable = Omit<BooksTableOut, "rows" | "totals"> & {
  rows: Record<string, Money | string | number | null>[];
  totals: Record<string, Money>;
};
export type WhatIf = CommissionsWhatIfOut;
export type CommissionLine = CommissionsLineOut;
export type CommissionRule = Omit<CommissionsRuleOut, "price_min" | "price_max" | "fixed" | "floor" | "cap"> & {
  price_min: Money | null;
  price_max: Money | null;
  fixed: Money | null;
  floor: Money | null;
  cap: Money | null;
};
export type Earnings = CommissionsEarningsOut;
export type LedgerAccount = LedgerAccountOut;
export type LedgerProof = LedgerProofOut;
export type LedgerTransaction = Omit<LedgerTransactionOut, "postings"> & { postings: Posting[] };
/** What promotions take off a line, and the brand's share of it. */
export interface Discounted {
  discount: Money;
  brand_discount: Money;
}

export type GiftCard = GiftcardsCardDetailOut;
export type GiftCardRow = GiftcardsCardOut;
export type IssuedCard = GiftcardsIssuedOut;
export type CardMovement = GiftcardsMovementOut;
export type Outcome = OrdersOutcomeOut;
export type Part = Omit<OrdersPartOut, "lines"> &
  Discounted & { lines: (OrdersPartOut["lines"][number] & Discounted)[] };
export type PayoutRow = PayoutsAdminPayoutOut & Frozen;
export type Picture = CatalogPictureOut;
export type ProductRow = CatalogProductOut;
export type SellerRow = SellersSellerRow;
export type Seller = Omit<SellersSellerDetail, "requirements"> & {
  payouts_frozen_until: string | null;
  payouts_frozen_reason: string;
  requirements: { id: string; title: string; status: CheckState; reason: string }[];
};

/** What changed, as field → value. */
export type Fields = Record<string, unknown> | null;
export type AuditRow = Omit<AuditEntryOut, "before" | "after"> & {
  before: Fields;
  after: Fields;
  actor_id: string;
  on_behalf_of: string;
  sealed: boolean;
};

export type OrderRow = Omit<OrdersOrderRowOut, "parts"> & {
  parts: { number: string; status: string; seller: string }[];
};

export interface Refund {
  amount: Money;
  status: string;
  reason: string;
  provider_refund_id: string | null;
  failure: string;
}

export interface Transfer {
  reference_number: string;
  status: string;
  amount: Money;
  provider_transfer_id: string | null;
  failure: string;
}

export interface Payment {
  provider: string;
  status: string;
  method: string;
  amount: Money;
  provider_order_id: string | null;
  provider_payment_id: string | null;
  captured_at: string | null;
  failure: string;
  refunds: Refund[];
  transfers: Transfer[];
}

export type Order = Omit<OrdersOrderDetailOut, "address" | "contact" | "payments" | "parts"> & {
  parts: Part[];
  address: { name: string; line1: string; line2: string; city: string; state: string; pin: string };
  contact: { name: string; email: string; phone: string };
  payments: Payment[];
};
