import { ErrorState } from "@kit/ui/error-state";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTable } from "@tanstack/react-table";
import { clsx } from "clsx";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { type Column, features, toColumnDefs } from "./columns";
import { HiddenColumns } from "./hidden-columns";
import { Pager } from "./pager";
import { SelectionBar } from "./selection-bar";
import { TableBody } from "./table-body";
import { TableHead } from "./table-head";
import { TableSkeleton } from "./table-skeleton";
import type { Page } from "./use-list";
import type { ListState } from "./use-list-state";
import { useRowKeys } from "./use-row-keys";

interface DataTableProps<Row> {
  label: string;
  columns: Column<Row>[];
  rowId: (row: Row) => string;
  query: UseQueryResult<Page<Row>, Error>;
  list: ListState;
  empty: ReactNode;
  toolbar?: ReactNode;
  /** Given the chosen rows and a way to let them go; without it rows cannot be chosen. */
  bulk?: (rows: Row[], clear: () => void) => ReactNode;
}

/** Rows that the server filters, sorts and pages. Keys: j and k walk, Enter opens, x chooses. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rowId, query, list, empty, toolbar, bulk } = props;
  const page = query.data;
  const [rowSelection, setRowSelection] = useState<Record<string, true>>({});
  const container = useRef<HTMLDivElement>(null);
  const hidden = list.search.hide?.split(",") ?? [];
  const columnVisibility = Object.fromEntries(hidden.map((id) => [id, false]));
  const defs = useMemo(() => toColumnDefs(columns), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: page?.rows ?? (NO_ROWS as Row[]),
    getRowId: rowId,
    state: { rowSelection, columnVisibility },
    onRowSelectionChange: setRowSelection as never,
  });
  useRowKeys(container);
  const chosen = page?.rows.filter((row) => rowSelection[rowId(row)]) ?? [];

  return (
    <div ref={container} className="card overflow-hidden">
      {toolbar && (
        <div className="flex flex-wrap items-center gap-2 border-line border-b p-2">
          {toolbar}
          <HiddenColumns columns={columns} hidden={hidden} onChange={(ids) => list.set({ hide: ids.join(",") })} />
        </div>
      )}
      {bulk && chosen.length > 0 && (
        <SelectionBar count={chosen.length}>{bulk(chosen, () => setRowSelection({}))}</SelectionBar>
      )}
      {query.error && !page && <ErrorState problem={query.error} retry={query.refetch} />}
      {!page && !query.error && <TableSkeleton />}
      {page?.rows.length === 0 && empty}
      {page && page.rows.length > 0 && (
        <div className={clsx("overflow-x-auto transition-opacity", query.isPlaceholderData && "opacity-60")}>
          <table className="w-full border-collapse text-left text-sm" aria-label={label} aria-busy={query.isFetching}>
            <TableHead table={table} list={list} selectable={!!bulk} />
            <TableBody table={table} selectable={!!bulk} />
          </table>
        </div>
      )}
      {page && <Pager page={list.page} total={page.total} onPage={(to) => list.set({ page: String(to) })} />}
    </div>
  );
}

const NO_ROWS: never[] = [];
