import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { ShieldQuestion } from "lucide-react";
import { useMemo } from "react";
import type { DisputeRow } from "@/api/types";
import { disputeColumns } from "@/features/disputes/dispute-columns";
import { t } from "@/i18n/t";

const VIEWS: Record<string, string | undefined> = {
  "": "open,evidence_due",
  submitted: "submitted",
  lost: "lost,accepted",
  over: "won,closed",
  all: undefined,
};

/** Every dispute, the one that must be answered first on top. */
export function Disputes() {
  const list = useListState();
  const query = useList<DisputeRow>("admin/disputes", { ...list.query, state: VIEWS[list.search.state ?? ""] });
  const columns = useMemo(disputeColumns, []);
  const counts = (query.data?.meta.counts ?? {}) as Record<string, number>;
  const count = (states: string) => query.data && states.split(",").reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  return (
    <>
      <PageHeader
        title={t("Disputes")}
        lead={t("Customers' banks that want a payment back. What is not answered in time is lost.")}
      />
      <FilterTabs
        label={t("State")}
        list={list}
        name="state"
        tabs={[
          { value: "", label: t("To answer"), count: count("open,evidence_due") },
          { value: "submitted", label: t("At the bank"), count: count("submitted") },
          { value: "lost", label: t("Lost"), count: count("lost,accepted") },
          { value: "over", label: t("Won and closed") },
          { value: "all", label: t("All") },
        ]}
      />
      <DataTable
        label={t("Disputes")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Order or provider's id")} />}
        empty={
          <EmptyState icon={ShieldQuestion} title={t("No disputes here")}>
            {t("When a customer's bank asks for a payment back, it is here at once, with the last day for an answer.")}
          </EmptyState>
        }
      />
    </>
  );
}
