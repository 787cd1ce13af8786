import { t } from "@kit/i18n/t";
import { useList } from "@kit/table/use-list";
import { Bar } from "@kit/ui/bar";
import { Link } from "@tanstack/react-router";
import { countText } from "./duration";
import { statusText } from "./status";
import { type ImportRow, isAtWork } from "./types";

const SOON_MS = 5_000;
const LATER_MS = 60_000;

/** A thin line on every page while a file is being worked on, so that one may go elsewhere meanwhile. */
export function AtWorkBanner({ base }: { base: string }) {
  const query = useList<ImportRow>(`${base}/imports/at-work`, {}, { refetchInterval: LATER_MS });
  const busy = query.data?.rows.some(isAtWork) ?? false;
  const live = useList<ImportRow>(`${base}/imports/at-work`, {}, { refetchInterval: busy ? SOON_MS : LATER_MS });
  return live.data?.rows.map((row) => (
    <Link
      key={row.id}
      to={"/imports/$id" as never}
      params={{ id: row.id } as never}
      className="block border-line border-b bg-surface px-4 py-2 text-sm hover:bg-hover sm:px-6 lg:px-8"
    >
      <span className="flex flex-wrap justify-between gap-x-4">
        <span className="min-w-0 truncate font-medium">{row.file_name}</span>
        <span className="tnum text-muted">
          {statusText(row.status)}
          {row.total_rows > 0 &&
            ` · ${t("{done} of {total} rows", { done: countText(row.done_rows), total: countText(row.total_rows) })}`}
        </span>
      </span>
      <Bar label={row.file_name} value={row.done_rows} most={Math.max(row.total_rows, 1)} />
    </Link>
  ));
}
