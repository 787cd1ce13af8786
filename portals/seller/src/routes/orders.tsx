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
import { SlipsButton } from "@/features/documents/slips-button";
import { AcceptChosen } from "@/features/orders/accept-chosen";
import { orderColumns } from "@/features/orders/order-columns";
import { STAGES, stageText } from "@/features/orders/stages";
import { useOrderCounts } from "@/features/today/use-work";
import { t } from "@/i18n/t";

const EVERY_HALF_MINUTE = { refetchInterval: 30_000 };

export function Orders() {
  const list = useListState({ sort: "placed_at", order: "desc" });
  const query = useList<OrderRow>("seller/orders", list.query, EVERY_HALF_MINUTE);
  const columns = useMemo(orderColumns, []);
  const counts = useOrderCounts();
  const tabs = STAGES.map((value) => ({ value, label: stageText(value), count: counts?.[value] }));
  return (
    <>
      <PageHeader title={t("Orders")} lead={t("Accept, pack and hand over. Each stage shows what comes next.")} />
      <FilterTabs label={t("Stage")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Orders")}
        columns={columns}
        rowId={({ number }) => number}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Number or goods")} />}
        bulk={(rows, clear) => (
          <>
            <AcceptChosen orders={rows} clear={clear} />
            <SlipsButton numbers={rows.map(({ number }) => number)} />
          </>
        )}
        empty={
          <EmptyState icon={Package} title={list.search.q ? t("No order matches") : t("No orders here")}>
            {list.search.q
              ? t("Try the end of the number, or search in all stages.")
              : t("When a customer buys from you, the order appears here and you are told by message.")}
          </EmptyState>
        }
      />
    </>
  );
}
