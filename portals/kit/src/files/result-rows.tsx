import { t } from "@kit/i18n/t";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { CheckCircle2 } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { outcomeText } from "./counts";
import { resultColumns } from "./result-columns";
import type { Counts, FileImport, Outcome, ResultRow } from "./types";

interface ResultRowsProps {
  base: string;
  row: FileImport;
  counts: Counts;
  phase: "check" | "run" | "undo";
  toolbar?: ReactNode;
}

/** The rows of the file with what became of each, and what is wrong shown in its own cell. */
export function ResultRows({ base, row, counts, phase, toolbar }: ResultRowsProps) {
  const list = useListState();
  const query = useList<ResultRow>(`${base}/imports/${row.id}/rows`, { ...list.query, at: phase });
  const columns = useMemo(() => resultColumns(row, phase), [row, phase]);
  const outcomes: Outcome[] = phase === "undo" ? ["change", "refused"] : ["refused", "create", "change", "unchanged"];
  const tabs = outcomes.map((value) => ({ value, label: outcomeText(value, phase), count: counts[value] }));
  return (
    <>
      <FilterTabs
        label={t("Outcome")}
        list={list}
        name="outcome"
        tabs={[{ value: "", label: t("All rows") }, ...tabs]}
      />
      <DataTable
        label={t("Rows")}
        columns={columns}
        rowId={({ number }) => String(number)}
        query={query}
        list={list}
        toolbar={toolbar ?? <span className="flex-1" />}
        empty={
          <EmptyState icon={CheckCircle2} title={t("No rows here")}>
            {t("No row of the file came out like this.")}
          </EmptyState>
        }
      />
    </>
  );
}
