import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Undo2 } from "lucide-react";
import { useMemo } from "react";
import { returnColumns } from "@/features/returns/return-columns";
import type { Returned } from "@/features/returns/types";
import { STATES, stateText } from "@/features/returns/words";
import { useReturnCounts } from "@/features/today/use-work";
import { t } from "@/i18n/t";

export function Returns() {
  const list = useListState({});
  const query = useList<Returned>("seller/returns", list.query, { refetchInterval: 30_000 });
  const columns = useMemo(returnColumns, []);
  const counts = useReturnCounts();
  const tabs = STATES.map((value) => ({ value, label: stateText(value), count: counts?.[value] }));
  return (
    <>
      <PageHeader title={t("Returns")} lead={t("Answer in time: after that a return counts as agreed to.")} />
      <FilterTabs label={t("State")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Returns")}
        columns={columns}
        rowId={({ number }) => number}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Number or goods")} />}
        empty={
          <EmptyState icon={Undo2} title={t("No returns here")}>
            {t("When a customer gives something back or reports a problem, it appears here and you are told.")}
          </EmptyState>
        }
      />
    </>
  );
}
