import { t } from "@kit/i18n/t";
import { Checkbox } from "@kit/ui/checkbox";
import type { ReactTable } from "@tanstack/react-table";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type Features, metaOf } from "./columns";
import type { ListState } from "./use-list-state";

interface TableHeadProps<Row extends object> {
  table: ReactTable<Features, Row>;
  list: ListState;
  selectable: boolean;
}

/** The box of a row, as tall as the row for a finger and above the row's link. */
export const chooseClass = "relative z-10 w-8 pl-2 sm:w-10 sm:pl-4 max-sm:[&_label]:min-h-11 max-sm:[&_label]:px-2";

export const cellClass = "px-2 first:pl-4 last:pr-4 sm:px-4";

export function TableHead<Row extends object>({ table, list, selectable }: TableHeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-10 bg-surface text-muted text-xs">
      <tr className="border-line border-b">
        {selectable && (
          <th scope="col" className={chooseClass}>
            <Checkbox
              hideLabel
              label={t("Choose all rows of this page")}
              checked={table.getIsAllRowsSelected()}
              onChange={(all) => table.toggleAllRowsSelected(all)}
            />
          </th>
        )}
        {table.getHeaderGroups()[0]?.headers.map(({ column }, index) => {
          const { end, sortable, className } = metaOf(column);
          const sorted = sortable && list.sort === column.id;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={sorted ? (list.order === "asc" ? "ascending" : "descending") : undefined}
              className={clsx(
                cellClass,
                index === 0 && !selectable && "pl-4",
                "h-9 whitespace-nowrap font-medium",
                end && "text-right",
                className,
              )}
            >
              {sortable ? (
                <SortButton id={column.id} sorted={sorted} list={list}>
                  {String(column.columnDef.header)}
                </SortButton>
              ) : (
                String(column.columnDef.header)
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortButton(props: { id: string; sorted: boolean; list: ListState; children: string }) {
  const { id, sorted, list, children } = props;
  const Icon = list.order === "asc" ? ArrowUp : ArrowDown;
  const next = sorted && list.order === "asc" ? "desc" : "asc";
  return (
    <button
      type="button"
      className="inline-flex min-h-6 cursor-pointer items-center gap-1 font-medium hover:text-ink"
      onClick={() => list.set({ sort: id, order: next })}
    >
      {children}
      {sorted && <Icon aria-hidden size={12} />}
    </button>
  );
}
