/** A draft with what waits for the brand written over it, so that one goes on where one was. */
import type { Draft } from "./draft";
import { axesOf, type Pair, type Row } from "./matrix";
import type { Value, Values } from "./values";

type Wanted = Record<string, unknown>;
type WantedRow = Partial<Pick<Row, "sku" | "options" | "hsn" | "net_quantity">> & {
  attributes?: Values;
  is_removed?: boolean;
};

export function withWanted(draft: Draft, wanted: Wanted): Draft {
  const named = Object.keys(draft.words).filter((name) => name in wanted);
  const words = Object.fromEntries(named.map((name) => [name, String(wanted[name] ?? "")]));
  const variants = (wanted.variants ?? {}) as Record<string, WantedRow>;
  const of = ({ id }: Row) => (id ? variants[id] : undefined);
  const rows = draft.matrix.rows.map((row) => ({
    ...row,
    ...cells(of(row)),
    values: { ...row.values, ...of(row)?.attributes },
  }));
  const kept = rows.filter((row) => !of(row)?.is_removed);
  return {
    ...draft,
    words: { ...draft.words, ...words },
    values: { ...draft.values, ...(wanted.attributes as Record<string, Value> | undefined) },
    specifications: (wanted.specifications as Pair[] | undefined) ?? draft.specifications,
    matrix: {
      axes: axesOf(kept),
      rows: kept,
      parked: [...draft.matrix.parked, ...rows.filter((row) => of(row)?.is_removed)],
    },
  };
}

function cells(wanted: WantedRow | undefined): Partial<Row> {
  const names = ["sku", "options", "hsn", "net_quantity"] as const;
  return Object.fromEntries(names.flatMap((name) => (wanted?.[name] === undefined ? [] : [[name, wanted[name]]])));
}
