import { useList } from "@kit/table/use-list";
import type { InventoryPlaceOut } from "@/api/seller/types.gen";

export type Place = InventoryPlaceOut;

/** The shop's places, the default one first. */
export function usePlaces() {
  const query = useList<Place>("seller/places", {});
  return { ...query, data: query.data?.rows };
}

export const openPlaces = (places: Place[] | undefined) => (places ?? []).filter(({ is_open }) => is_open);
