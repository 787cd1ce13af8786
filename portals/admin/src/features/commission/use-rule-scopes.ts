import { useResource } from "@kit/app/use-resource";
import { t } from "@/i18n/t";

export const ALL = "all";

interface Named {
  id: string;
  name: string;
}

/** What a rule can be narrowed to, with "all" on top. */
export function useRuleScopes() {
  const sellers = useResource<Named[]>("admin/sellers", { limit: 100 });
  const categories = useResource<Named[]>("admin/categories", { limit: 100 });
  const options = (label: string, rows: Named[] = []) => [
    { value: ALL, label },
    ...rows.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return {
    sellers: options(t("All sellers"), sellers.data),
    categories: options(t("All categories"), categories.data),
  };
}
