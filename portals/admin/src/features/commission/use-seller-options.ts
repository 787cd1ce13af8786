import { useResource } from "@kit/app/use-resource";
import { t } from "@/i18n/t";

export const ALL = "all";

/** Whom a rule can be narrowed to, with "all" on top. */
export function useSellerOptions() {
  const { data = [] } = useResource<{ id: string; name: string }[]>("admin/commission/sellers");
  return [{ value: ALL, label: t("All sellers") }, ...data.map(({ id, name }) => ({ value: id, label: name }))];
}
