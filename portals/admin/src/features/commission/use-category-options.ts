import { useResource } from "@kit/app/use-resource";
import { t } from "@/i18n/t";
import { ALL } from "./use-seller-options";

/** Categories that a rule can be narrowed to, with those above them in their names; "all" on top. */
export function useCategoryOptions() {
  const { data = [] } = useResource<{ id: string; name: string }[]>("admin/commission/categories");
  return [{ value: ALL, label: t("All categories") }, ...data.map(({ id, name }) => ({ value: id, label: name }))];
}
