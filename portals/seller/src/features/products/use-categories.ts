import { useResource } from "@kit/app/use-resource";
import type { Category } from "@/api/types";

export function useCategories() {
  return useResource<Category[]>("seller/categories").data ?? [];
}

/** The brand's categories as options, each below its parent's name. */
export function useCategoryOptions() {
  const data = useCategories();
  const names = new Map(data.map(({ slug, name }) => [slug, name]));
  return data.map(({ slug, name, parent }) => ({
    value: slug,
    label: parent ? `${names.get(parent) ?? parent} › ${name}` : name,
  }));
}
