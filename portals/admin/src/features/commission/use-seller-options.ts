import { useResource } from "@kit/app/use-resource";
import { fed, named } from "@kit/ui/choices";
import { t } from "@/i18n/t";

export const ALL = "all";

/** Whom a rule can be narrowed to, with "all" on top. */
export function useSellerOptions() {
  const query = useResource<{ id: string; name: string }[]>("admin/commission/sellers");
  return fed(query, (rows) => [{ value: ALL, label: t("All sellers") }, ...named(rows)]);
}
