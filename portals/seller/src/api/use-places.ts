import { useList } from "@kit/table/use-list";
import { fed, named } from "@kit/ui/choices";
import type { InventoryPlaceOut } from "@/api/seller/types.gen";

export type Place = InventoryPlaceOut;

/** The shop's places, the default one first. */
export function usePlaces() {
  const query = useList<Place>("seller/places", {});
  return { ...query, data: query.data?.rows };
}

export const openPlaces = (places: Place[] | undefined) => (places ?? []).filter(({ is_open }) => is_open);

/** Open places as choices. A shop with one place needs no choice, which is known only when they are here. */
export function usePlaceChoices() {
  const choices = fed(usePlaces(), (places) => named(openPlaces(places)));
  return { choices, needed: choices.source.data === undefined || choices.options.length > 1 };
}
