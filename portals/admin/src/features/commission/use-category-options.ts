import { useResource } from "@kit/app/use-resource";
import { fed, named } from "@kit/ui/choices";
import { t } from "@/i18n/t";
import { ALL } from "./use-seller-options";

/** Categories that a rule can be narrowed to, with those above them in their names; "all" on top. */
export function useCategoryOptions() {
  const query = useResource<{ id: string; name: string }[]>("admin/commission/categories");
  return fed(query, (rows) => [{ value: ALL, label: t("All categories") }, ...named(rows)]);
}
