import { useResource } from "@kit/app/use-resource";
import { fed } from "@kit/ui/choices";
import type { Category } from "@/api/types";

const useTree = () => useResource<Category[]>("seller/categories");

export const useCategories = () => useTree().data ?? [];

/** The brand's categories as options, each below its parent's name. */
export function useCategoryOptions() {
  return fed(useTree(), (data) => {
    const names = new Map(data.map(({ slug, name }) => [slug, name]));
    return data.map(({ slug, name, parent }) => ({
      value: slug,
      label: parent ? `${names.get(parent) ?? parent} › ${name}` : name,
    }));
  });
}
