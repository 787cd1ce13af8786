import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { ViewTabs } from "@kit/views/view-tabs";
import { Plus, Tag } from "lucide-react";
import { useMemo } from "react";
import type { ProductRow } from "@/api/types";
import { ExportView } from "@/features/imports/export-view";
import { productColumns } from "@/features/products/product-columns";
import { PRODUCT_STATUSES, productStatusText } from "@/features/products/product-status";
import { t } from "@/i18n/t";

export function Products() {
  const list = useListState();
  const query = useList<ProductRow>("seller/products", list.query);
  const columns = useMemo(productColumns, []);
  const tabs = PRODUCT_STATUSES.map((value) => ({ value, label: productStatusText(value) }));
  const add = (
    <LinkButton to="/products/new" look="solid">
      <Plus aria-hidden size={16} />
      {t("New product")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("Products")} lead={t("What you sell. A live product is seen by customers.")} actions={add} />
      <ViewTabs path="seller/views" place="products" list={list} />
      <FilterTabs label={t("Status")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Products")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={
          <>
            <SearchBox list={list} label={t("Name or SKU")} />
            <ExportView list={list} />
          </>
        }
        empty={
          <EmptyState icon={Tag} title={t("No products here")} action={add}>
            {t("Write the name, the price and how many you have. It goes live after review.")}
          </EmptyState>
        }
      />
    </>
  );
}
