import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Undo2 } from "lucide-react";
import { useMemo } from "react";
import { BankRefundsLink } from "@/features/refunds/bank-refunds-link";
import { returnColumns } from "@/features/returns/return-columns";
import type { Returned } from "@/features/returns/types";
import { STATES, stateText } from "@/features/returns/words";
import { t } from "@/i18n/t";

export function Returns() {
  const list = useListState({});
  const query = useList<Returned>("admin/returns", list.query);
  const columns = useMemo(returnColumns, []);
  const tabs = [
    { value: "", label: t("All") },
    { value: "escalated", label: t("To decide") },
    { value: "open", label: t("Open") },
    ...STATES.map((value) => ({ value, label: stateText(value) })),
  ];
  return (
    <>
      <PageHeader
        title={t("Returns")}
        lead={t("Sellers answer first. You decide what a customer brings before you.")}
        actions={<BankRefundsLink />}
      />
      <FilterTabs label={t("State")} list={list} name="status" tabs={tabs} />
      <DataTable
        label={t("Returns")}
        columns={columns}
        rowId={({ number }) => number}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Number or goods")} />}
        empty={
          <EmptyState icon={Undo2} title={t("No returns here")}>
            {t("Returns, exchanges and claims of customers appear here.")}
          </EmptyState>
        }
      />
    </>
  );
}
