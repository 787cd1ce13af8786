import { Amount, type Money } from "@kit/format/money";
import { clsx } from "clsx";
import type { ReactNode } from "react";

export interface SumRow {
  label: ReactNode;
  amount: Money | null | undefined;
  note?: ReactNode;
  /** The amount is taken away; the server gives it as a positive figure. */
  minus?: boolean;
  total?: boolean;
}

/** A calculation read from top to bottom; the total is the server's, never added up here. */
export function Sum({ rows }: { rows: SumRow[] }) {
  return (
    <dl className="text-sm">
      {rows.map(({ label, amount, note, minus, total }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a calculation keeps its order
          key={index}
          className={clsx("flex items-baseline justify-between gap-4 py-1", total && "mt-1 border-line border-t pt-2")}
        >
          <dt className={total ? "font-semibold" : "text-muted"}>
            {label}
            {note && <span className="block text-faint text-xs">{note}</span>}
          </dt>
          <dd className="whitespace-nowrap">
            {minus && amount?.minor ? "− " : ""}
            <Amount value={amount} strong={total} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
