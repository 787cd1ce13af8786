/**
 * Options × values → rows. Rows are never thrown away while one edits: those that no combination asks for are parked, and
 * come back with all their figures when their value does.
 */
import type { Values } from "./values";

export interface Pair {
  name: string;
  value: string;
}

export interface Axis {
  name: string;
  values: string[];
}

/** A row as it is typed; `key` stays the same for as long as the editor is open. */
export interface Row {
  key: string;
  id?: string;
  /** Not in the shop yet: it waits with the rest of the edit. */
  isNew?: boolean;
  options: Pair[];
  sku: string;
  barcode: string;
  hsn: string;
  net_quantity: string;
  weight_g: string;
  price: string;
  mrp: string;
  stock: string;
  /** What it says otherwise than the product, by the attribute's code. */
  values: Values;
}

export interface Matrix {
  axes: Axis[];
  rows: Row[];
  parked: Row[];
}

export const COLUMNS = ["sku", "price", "mrp", "stock", "weight_g", "net_quantity", "hsn", "barcode"] as const;
export type Column = (typeof COLUMNS)[number];

export const AXES_MAX = 3;
export const ROWS_MAX = 100;
/** What a new row takes over from its nearest sibling; numbers of its own it does not. */
const SHARED = ["price", "mrp", "weight_g", "net_quantity", "hsn"] as const;

let made = 0;
export const newKey = () => {
  made += 1;
  return `row-${made}`;
};

export function emptyRow(more: Partial<Row> = {}): Row {
  const blank = { options: [], sku: "", barcode: "", hsn: "", net_quantity: "", weight_g: "", price: "", mrp: "" };
  return { key: newKey(), ...blank, stock: "0", values: {}, ...more };
}

export const labelOf = ({ options }: Pick<Row, "options">) => options.map(({ value }) => value).join(" / ");

const valueAt = (row: Row, name: string) => row.options.find((pair) => pair.name === name)?.value;

/** The axes that rows have, in the order in which they come. */
export function axesOf(rows: Row[]): Axis[] {
  const axes = new Map<string, Set<string>>();
  for (const { name, value } of rows.flatMap(({ options }) => options)) {
    axes.set(name, (axes.get(name) ?? new Set()).add(value));
  }
  return [...axes].map(([name, values]) => ({ name, values: [...values] }));
}

export function combinations(axes: Axis[]): Pair[][] {
  return axes
    .filter(({ values }) => values.length > 0)
    .reduce<Pair[][]>(
      (some, { name, values }) => some.flatMap((one) => values.map((value) => [...one, { name, value }])),
      [[]],
    );
}

export const countOf = (axes: Axis[]) => axes.reduce((count, { values }) => count * Math.max(values.length, 1), 1);

/** How many options two rows have in common. */
const likeness = (row: Row, options: Pair[]) =>
  options.filter(({ name, value }) => valueAt(row, name) === value).length;

const isFor = (row: Row, options: Pair[]) =>
  row.options.length === options.length && likeness(row, options) === options.length;

function closest(rows: Row[], options: Pair[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (best && likeness(best, options) >= likeness(row, options) ? best : row),
    undefined,
  );
}

/** The rows for these axes: known ones keep what they have, parked ones return, new ones copy what siblings share. */
export function fitted({ rows, parked }: Matrix, axes: Axis[], title: string): Matrix {
  const pool = [...rows, ...parked];
  const used = new Set<string>();
  const taken = new Set(pool.map(({ sku }) => sku));
  const next = combinations(axes).map((options) => {
    const known = pool.find((row) => !used.has(row.key) && isFor(row, options));
    if (known) {
      used.add(known.key);
      return known;
    }
    const sibling = closest(rows, options);
    const shared = Object.fromEntries(SHARED.map((name) => [name, sibling?.[name] ?? ""]));
    const sku = suggestedSku(title, options, taken);
    taken.add(sku);
    return emptyRow({ ...shared, options, sku });
  });
  return { axes, rows: next, parked: pool.filter(({ key }) => !used.has(key)) };
}

const withOptions = (change: (options: Pair[]) => Pair[]) => (row: Row) => ({ ...row, options: change(row.options) });

/** An option more: rows that are there become those of its first value. */
export function addAxis(matrix: Matrix, name: string, value: string, title: string): Matrix {
  const rows = matrix.rows.map(withOptions((options) => [...options, { name, value }]));
  return fitted({ ...matrix, rows }, [...matrix.axes, { name, values: [value] }], title);
}

/** An option less: of rows that become the same, the first stays. */
export function removeAxis(matrix: Matrix, name: string, title: string): Matrix {
  const axes = matrix.axes.filter((axis) => axis.name !== name);
  const first = matrix.axes.find((axis) => axis.name === name)?.values[0];
  const strip = withOptions((options) => options.filter((pair) => pair.name !== name));
  const kept = matrix.rows.filter((row) => valueAt(row, name) === first).map(strip);
  const rest = matrix.rows.filter((row) => valueAt(row, name) !== first);
  return fitted({ axes, rows: kept, parked: [...matrix.parked, ...rest] }, axes, title);
}

export function addValue(matrix: Matrix, name: string, value: string, title: string): Matrix {
  const axes = matrix.axes.map((axis) => (axis.name === name ? { name, values: [...axis.values, value] } : axis));
  return fitted(matrix, axes, title);
}

export function removeValue(matrix: Matrix, name: string, value: string, title: string): Matrix {
  const less = (axis: Axis) => ({ ...axis, values: axis.values.filter((one) => one !== value) });
  const axes = matrix.axes.map((axis) => (axis.name === name ? less(axis) : axis));
  if (axes.some(({ values }) => values.length === 0)) return removeAxis(matrix, name, title);
  return fitted(matrix, axes, title);
}

/** Another word for an option or a value; every row stays what it is. */
export function renamed(matrix: Matrix, axis: string, to: { name?: string; value?: [string, string] }): Matrix {
  const [from, into] = to.value ?? [];
  const word = (value: string) => (into !== undefined && value === from ? into : value);
  const pair = (one: Pair) => (one.name === axis ? { name: to.name ?? axis, value: word(one.value) } : one);
  const change = withOptions((options) => options.map(pair));
  return {
    axes: matrix.axes.map((one) => (one.name === axis ? { name: to.name ?? axis, values: one.values.map(word) } : one)),
    rows: matrix.rows.map(change),
    parked: matrix.parked.map(change),
  };
}

/** Take the value of one row down into all rows below it. */
export function fillDown(rows: Row[], column: Column, from: number): Row[] {
  const value = rows[from]?.[column];
  return value === undefined ? rows : rows.map((row, place) => (place > from ? { ...row, [column]: value } : row));
}

/** Cells copied from a spreadsheet, from this cell to the right and down; what has no row or column here is left out. */
export function pasted(rows: Row[], from: number, column: Column, text: string): Row[] {
  const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n");
  const first = COLUMNS.indexOf(column);
  return rows.map((row, place) => {
    const cells = lines[place - from]?.split("\t") ?? [];
    const taken = cells.flatMap((cell, right) => {
      const name = COLUMNS[first + right];
      return name ? [[name, cell.trim()] as const] : [];
    });
    return place < from || taken.length === 0 ? row : { ...row, ...Object.fromEntries(taken) };
  });
}

const codeOf = (text: string, length: number) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toUpperCase()
    .slice(0, length);

/** A number of the seller's own that tells something: the first letters of the name, then of each value. */
export function suggestedSku(title: string, options: Pair[], taken: Set<string>): string {
  const words = title.split(/\s+/).filter(Boolean).slice(0, 3);
  const name = words.map((word) => codeOf(word, 3)).join("") || "SKU";
  const base = [name, ...options.map(({ value }) => codeOf(value, 6))].filter(Boolean).join("-").slice(0, 56);
  let sku = base;
  for (let number = 2; taken.has(sku); number += 1) sku = `${base}-${number}`;
  return sku;
}
