import { useList } from "@kit/table/use-list";
import type { SellerRow } from "@/api/types";
import { t } from "@/i18n/t";

export const ALL = "all";

/** Whom a rule can be narrowed to, with "all" on top. */
export function useSellerOptions() {
  const { data } = useList<SellerRow>("admin/sellers", { limit: 100 });
  const rows = data?.rows ?? [];
  return [{ value: ALL, label: t("All sellers") }, ...rows.map(({ id, name }) => ({ value: id, label: name }))];
}
