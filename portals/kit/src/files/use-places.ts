import { useResource } from "@kit/app/use-resource";
import { type Choice, type Fed, fed } from "@kit/ui/choices";
import type { Target } from "./types";

interface Place {
  slug: string;
  way: string;
}

/** Where things can be placed as choices, by the way down to each; on top the one that is none of them. */
export function usePlaces(base: string, first: Choice): Fed {
  const query = useResource<Place[]>(`${base}/imports/categories`);
  return fed(query, (places) => [first, ...places.map(({ slug, way }) => ({ value: slug, label: way }))]);
}

/** What a column can be. */
export const useTargets = (base: string) => useResource<Target[]>(`${base}/imports/targets`);
