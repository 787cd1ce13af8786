import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { ErrorState } from "@kit/ui/error-state";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Pager } from "./pager";
import { SelectionBar } from "./selection-bar";
import { TableSkeleton } from "./table-skeleton";
import type { Page } from "./use-list";
import type { ListState } from "./use-list-state";

interface QueueProps<Row> {
  label: string;
  query: UseQueryResult<Page<Row>, Error>;
  list: ListState;
  /** How many are chosen, what may be done with them, and letting them go. */
  chosen: number;
  bulk: ReactNode;
  clear: () => void;
  empty: ReactNode;
  children: (row: Row, place: number) => ReactNode;
}

/** Things to be decided one after the other, as cards: many at once by choosing them. */
export function Queue<Row>({ label, query, list, chosen, bulk, clear, empty, children }: QueueProps<Row>) {
  const page = query.data;
  return (
    <>
      {chosen > 0 && (
        <div className="card sticky top-14 z-10 mb-3 overflow-hidden">
          <SelectionBar count={chosen}>
            {bulk}
            <Button size="sm" look="quiet" onPress={clear}>
              {t("Choose none")}
            </Button>
          </SelectionBar>
        </div>
      )}
      {query.error && !page && <ErrorState problem={query.error} retry={query.refetch} />}
      {!page && !query.error && <TableSkeleton />}
      {page?.rows.length === 0 && <div className="card">{empty}</div>}
      <ol className="flex flex-col gap-3" aria-label={label} aria-busy={query.isFetching}>
        {page?.rows.map(children)}
      </ol>
      {page && <Pager page={list.page} total={page.total} onPage={(to) => list.set({ page: String(to) })} />}
    </>
  );
}
