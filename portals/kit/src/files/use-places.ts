import { useResource } from "@kit/app/use-resource";
import type { Target } from "./types";

export interface Place {
  slug: string;
  way: string;
}

/** Where things can be placed, by the way down to each. */
export const usePlaces = (base: string) => useResource<Place[]>(`${base}/imports/categories`).data ?? [];

/** What a column can be. */
export const useTargets = (base: string) => useResource<Target[]>(`${base}/imports/targets`);
