import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Package } from "lucide-react";
import { useMemo } from "react";
import type { OrderRow } from "@/api/types";
import { orderColumns } from "@/features/orders/order-columns";
import { ORDER_STATUSES, orderStatusText } from "@/features/orders/order-status";
import { t } from "@/i18n/t";

export function Orders() {
  const list = useListState();
  const query = useList<OrderRow>("admin/orders", list.query, { refetchInterval: 30_000 });
  const columns = useMemo(orderColumns, []);
  const tabs = ORDER_STATUSES.map((value) => ({ value, label: orderStatusText(value) }));
  return (
    <>
      <PageHeader title={t("Orders")} lead={t("Every order of the brand with its payment, split and parcels.")} />
      <FilterTabs label={t("Status")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Orders")}
        columns={columns}
        rowId={({ number }) => number}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Number, customer or payment")} />}
        empty={
          <EmptyState icon={Package} title={t("No orders here")}>
            {t("Orders appear as soon as a customer pays or chooses cash on delivery.")}
          </EmptyState>
        }
      />
    </>
  );
}
