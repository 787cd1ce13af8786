import type {
  ShippingRatesShape,
  ShippingStepShape,
  ShippingTariffOut,
  ShippingZoneShape,
} from "@/api/admin/types.gen";

export type Step = ShippingStepShape;
export type Rates = Required<ShippingRatesShape>;
export type Zone = Required<ShippingZoneShape>;

export interface Tariff extends ShippingTariffOut {
  zones: Zone[];
  elsewhere: Rates | null;
  standing: Rates;
}

/** Which rates are meant: a zone by its place in the list, one to come, or those for everywhere else. */
export type Slot = number | "new" | "elsewhere";

export const PATH = "admin/settings/shipping";

/** The list with one entry taken out, and put back `by` places further where `by` is given. */
export function moved<Row>(rows: Row[], place: number, by?: number): Row[] {
  const next = [...rows];
  const [one] = next.splice(place, 1);
  if (one !== undefined && by !== undefined) next.splice(place + by, 0, one);
  return next;
}
