import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { ShieldQuestion } from "lucide-react";
import { useMemo } from "react";
import type { DisputeRow } from "@/api/types";
import { disputeColumns } from "@/features/disputes/dispute-columns";
import { t } from "@/i18n/t";

const VIEWS: Record<string, string | undefined> = { open: "evidence_due,submitted", over: "won,lost,accepted,closed" };

export function Disputes() {
  const list = useListState();
  const query = useList<DisputeRow>("seller/disputes", { ...list.query, state: VIEWS[list.search.state ?? ""] });
  const columns = useMemo(disputeColumns, []);
  return (
    <>
      <PageHeader
        title={t("Disputes")}
        lead={t("A customer's bank wants a payment back. Until it has decided, that amount is not paid out.")}
      />
      <FilterTabs
        label={t("State")}
        list={list}
        name="state"
        tabs={[
          { value: "", label: t("All") },
          { value: "open", label: t("Open") },
          { value: "over", label: t("Decided") },
        ]}
      />
      <DataTable
        label={t("Disputes")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={ShieldQuestion} title={t("No disputes")}>
            {t("When a bank asks for a payment of yours back, you are told at once and answer here.")}
          </EmptyState>
        }
      />
    </>
  );
}
