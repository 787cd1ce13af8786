import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { ViewTabs } from "@kit/views/view-tabs";
import { Tag } from "lucide-react";
import { useMemo } from "react";
import type { ProductRow } from "@/api/types";
import { ExportView } from "@/features/imports/export-view";
import { PRODUCT_STATUSES, productColumns, productStatusText } from "@/features/products/product-columns";
import { t } from "@/i18n/t";

export function Products() {
  const list = useListState();
  const query = useList<ProductRow>("admin/products", list.query);
  const columns = useMemo(productColumns, []);
  const tabs = PRODUCT_STATUSES.map((value) => ({ value, label: productStatusText(value) }));
  return (
    <>
      <PageHeader title={t("Products")} lead={t("What sellers propose, before and after customers see it.")} />
      <ViewTabs path="admin/views" place="products" list={list} />
      <FilterTabs label={t("Status")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Products")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={
          <>
            <SearchBox list={list} label={t("Name, SKU or seller")} />
            <ExportView list={list} />
          </>
        }
        empty={
          <EmptyState icon={Tag} title={t("Nothing to see")}>
            {t("Proposed products wait here until they are published or sent back.")}
          </EmptyState>
        }
      />
    </>
  );
}
