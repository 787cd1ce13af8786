/**
 * The answers of the seller API under the names the screens use. Shapes come from the generated document;
 * only what the document leaves open (`[key: string]: unknown`) is said here.
 */
import type { Frozen } from "@kit/format/frozen";
import type { Money } from "@kit/format/money";
import type { Posting } from "@kit/ui/postings";
import type {
  CatalogPictureOut,
  CommissionsEarningsOut,
  DisputesSellerCaseOut,
  DisputesSellerCaseRowOut,
  InventoryAttributeOut,
  InventoryCategoryOut,
  InventoryMovementOut,
  InventoryOfferOut,
  InventoryOfferRowOut,
  InventoryProductOut,
  InventoryProductRowOut,
  InventoryVariantOut,
  OrdersOutcomeOut,
  OrdersPartDetailOut,
  OrdersPartRowOut,
  OrdersTaxedLineOut,
  PayoutsBalanceOut,
  PayoutsPayoutLineOut,
  PayoutsPayoutRowOut,
  PayoutsStatementLineOut,
  PayoutsWayOut,
  SellersApplicationOut,
  SellersRequirementOut,
  SellersShopOut,
} from "./seller/types.gen";

export type Application = SellersApplicationOut;
export type Attribute = InventoryAttributeOut;
export type Balance = PayoutsBalanceOut & Frozen;
export type Category = InventoryCategoryOut;
export type Dispute = DisputesSellerCaseOut;
export type DisputeRow = DisputesSellerCaseRowOut;
export type Earnings = CommissionsEarningsOut;
export type Offer = InventoryOfferOut;
export type OfferRow = InventoryOfferRowOut;
export type OrderLine = Omit<OrdersTaxedLineOut, "discount" | "brand_discount" | "discounts"> & {
  discount: Money;
  brand_discount: Money;
  discounts: { name: string; code: string; amount: Money; brand_amount: Money }[];
};
export type Outcome = OrdersOutcomeOut;
export type OrderRow = OrdersPartRowOut;
export type PayoutRow = PayoutsPayoutRowOut & Frozen;
export type Picture = CatalogPictureOut;
export type Requirement = SellersRequirementOut;
export type Shop = SellersShopOut;
export type StockMovement = InventoryMovementOut;
export type Variant = InventoryVariantOut;

/** A product without an offer has no price. */
export type ProductRow = Omit<InventoryProductRowOut, "price_from"> & { price_from: Money | null };
export type Product = Omit<InventoryProductOut, "price_from"> & { price_from: Money | null };

export interface Address {
  name: string;
  phone: string;
  line1: string;
  line2: string;
  city: string;
  state: string;
  pin: string;
  /** Of who buys for a business; both or neither. */
  business_name: string;
  tax_number: string;
}

export type Order = Omit<OrdersPartDetailOut, "ship_to" | "timeline" | "lines"> & {
  lines: OrderLine[];
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
export type Payout = PayoutRow & { lines: PayoutLine[]; ways: PayoutsWayOut[]; reserve: Money; carried: Money };

export type StatementLine = Omit<PayoutsStatementLineOut, "change" | "balance" | "postings"> & {
  change: Money;
  balance: Money;
  postings: Posting[];
};
