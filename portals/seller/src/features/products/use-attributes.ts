import { useResource } from "@kit/app/use-resource";
import type { Attribute } from "@/api/types";

/** What goods of a category may say; undefined until it is known. */
export function useAttributes(category: string | undefined): Attribute[] | undefined {
  const { data } = useResource<Attribute[]>(`seller/categories/${category}/attributes`, undefined, {
    enabled: !!category,
  });
  return category ? data : [];
}
