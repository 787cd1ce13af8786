import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Store } from "lucide-react";
import { useMemo } from "react";
import type { SellerRow } from "@/api/types";
import { sellerColumns } from "@/features/sellers/seller-columns";
import { SELLER_STATUSES, sellerStatusText } from "@/features/sellers/seller-status";
import { t } from "@/i18n/t";

export function Sellers() {
  const list = useListState();
  const query = useList<SellerRow>("admin/sellers", list.query);
  const columns = useMemo(sellerColumns, []);
  const tabs = SELLER_STATUSES.map((value) => ({ value, label: sellerStatusText(value) }));
  return (
    <>
      <PageHeader title={t("Sellers")} lead={t("The platform verifies who they are; you decide who sells here.")} />
      <FilterTabs label={t("Status")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Sellers")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Name, GSTIN or owner")} />}
        empty={
          <EmptyState icon={Store} title={t("No sellers here")}>
            {t("Sellers apply on your seller portal. Verified ones appear here for your decision.")}
          </EmptyState>
        }
      />
    </>
  );
}
