import type { Money } from "@kit/format/money";
import { toMinor, toTyped } from "@kit/format/rupees";
import { FIELDS, type Field, type PastedRow } from "./paste";

/** One offer as the server has it. */
export interface GridRow {
  offer_id: string;
  sku: string;
  title: string;
  options: string;
  kind: string;
  price: Money;
  mrp: Money;
  handling_days: number;
  status: string;
  on_hand: number;
  reserved: number;
}

/** The same with what was typed over it, and why the server or the sheet refuses a cell. */
export interface SheetRow {
  row: GridRow;
  typed: Partial<Record<Field, string>>;
  problems: Partial<Record<Field | "row", string>>;
}

export interface EditBody {
  offer_id: string;
  place_id: string;
  price_minor?: number;
  mrp_minor?: number;
  handling_days?: number;
  status?: string;
  on_hand?: number;
  seen_on_hand?: number;
}

export const shown = ({ row, typed }: SheetRow, field: Field): string => typed[field] ?? originalOf(row, field);

export function originalOf(row: GridRow, field: Field): string {
  if (field === "price" || field === "mrp") return toTyped(row[field].minor);
  if (field === "on_hand") return row.kind === "plain" ? String(row.on_hand) : "";
  return String(row[field]);
}

/** A bundle and numbered units have no count that could be typed. */
export const isLocked = ({ kind }: GridRow, field: Field) => field === "on_hand" && kind !== "plain";

/** Takes what was typed; a cell that says the same as before is no change. */
export function type(sheet: SheetRow, cells: Partial<Record<Field, string>>): SheetRow {
  const typed = { ...sheet.typed };
  const problems = { ...sheet.problems, row: undefined };
  for (const field of FIELDS) {
    const value = cells[field]?.trim();
    if (value === undefined || isLocked(sheet.row, field)) continue;
    problems[field] = undefined;
    if (same(value, originalOf(sheet.row, field), field)) delete typed[field];
    else typed[field] = value;
  }
  return { ...sheet, typed, problems };
}

function same(one: string, other: string, field: Field): boolean {
  return field === "price" || field === "mrp" ? toMinor(one) === toMinor(other) : one === other;
}

export const isChanged = ({ typed }: SheetRow) => Object.keys(typed).length > 0;

type Words = Record<"amount" | "whole" | "days" | "status" | "mrp", string>;

/** The row as the server takes it, or what is wrong with its cells. */
export function toBody(
  { row, typed }: SheetRow,
  placeId: string,
  words: Words,
): { body: EditBody; problems: SheetRow["problems"] } {
  const body: EditBody = { offer_id: row.offer_id, place_id: placeId };
  const problems: SheetRow["problems"] = {};
  const minor = (field: "price" | "mrp") => {
    if (typed[field] === undefined) return row[field].minor;
    const value = toMinor(typed[field].replace(/^(₹|[A-Z]{3})\s*/, ""));
    if (value === undefined || value < 1) problems[field] = words.amount;
    else body[`${field}_minor`] = value;
    return value;
  };
  const [price, mrp] = [minor("price"), minor("mrp")];
  if (price !== undefined && mrp !== undefined && price > mrp) problems.mrp ??= words.mrp;
  if (typed.on_hand !== undefined) {
    if (!/^\d{1,8}$/.test(typed.on_hand)) problems.on_hand = words.whole;
    else Object.assign(body, { on_hand: Number(typed.on_hand), seen_on_hand: row.on_hand });
  }
  if (typed.handling_days !== undefined) {
    if (!/^\d{1,2}$/.test(typed.handling_days) || Number(typed.handling_days) > 60) problems.handling_days = words.days;
    else body.handling_days = Number(typed.handling_days);
  }
  if (typed.status !== undefined) {
    if (typed.status !== "active" && typed.status !== "paused") problems.status = words.status;
    else body.status = typed.status;
  }
  return { body, problems };
}

/** Puts named rows into the sheet; the SKUs that are not in it come back. Rows of another place are not meant. */
export function merge(rows: SheetRow[], pasted: PastedRow[], place: string): { rows: SheetRow[]; unknown: string[] } {
  const bySku = new Map(pasted.map((one) => [one.sku, one] as const));
  const here = pasted.filter((one) => !one.place || one.place.toLowerCase() === place.toLowerCase());
  for (const one of here) bySku.set(one.sku, one);
  const known = new Set(rows.map(({ row }) => row.sku));
  return {
    rows: rows.map((sheet) => {
      const found = bySku.get(sheet.row.sku);
      if (!found) return sheet;
      const { on_hand, ...others } = found.cells;
      const isHere = !found.place || found.place.toLowerCase() === place.toLowerCase();
      return type(sheet, isHere && on_hand !== undefined ? found.cells : others);
    }),
    unknown: [...new Set(pasted.map(({ sku }) => sku).filter((sku) => !known.has(sku)))],
  };
}
