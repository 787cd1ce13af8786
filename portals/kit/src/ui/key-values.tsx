import type { ReactNode } from "react";

export type KeyValue = [label: string, value: ReactNode] | false | null | undefined | "";

/** Facts of one thing, label beside value. Rows that do not apply are left out by the caller with `cond && [...]`. */
export function KeyValues({ rows }: { rows: KeyValue[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
      {rows
        .filter((row) => !!row)
        .map(([label, value], place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a label may come twice, and the rows keep their order
          <div key={`${label}${place}`} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{label}</dt>
            <dd className="wrap-anywhere min-w-0">{value || <span className="text-faint">–</span>}</dd>
          </div>
        ))}
    </dl>
  );
}
