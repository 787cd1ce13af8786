import { useCallback, useState } from "react";
import { t } from "@/i18n/t";
import type { BulkResult } from "./api";
import { type Field, fillFrom, type PastedRow } from "./paste";
import { type EditBody, type GridRow, isChanged, merge, type SheetRow, toBody, type } from "./sheet";

const clean = (row: GridRow): SheetRow => ({ row, typed: {}, problems: {} });

/** The sheet's rows and everything that can be done to them before they are sent. */
export function useSheet(start: GridRow[]) {
  const [rows, setRows] = useState<SheetRow[]>(() => start.map(clean));
  const at = useCallback((index: number, change: (sheet: SheetRow) => SheetRow) => {
    setRows((now) => now.map((sheet, place) => (place === index ? change(sheet) : sheet)));
  }, []);
  const write = useCallback(
    (index: number, field: Field, value: string) => at(index, (sheet) => type(sheet, { [field]: value })),
    [at],
  );
  const paste = useCallback((index: number, field: Field, text: string) => {
    const filled = fillFrom(text, field);
    setRows((now) =>
      now.map((sheet, place) => {
        const cells = filled[place - index];
        return place >= index && cells ? type(sheet, cells) : sheet;
      }),
    );
  }, []);
  const reset = useCallback(
    (index: number, field: Field) =>
      at(index, ({ row, typed: { [field]: _typed, ...typed }, problems: { [field]: _problem, ...problems } }) => ({
        row,
        typed,
        problems,
      })),
    [at],
  );
  const put = (pasted: PastedRow[], place: string) => {
    const merged = merge(rows, pasted, place);
    setRows(merged.rows);
    return { changed: merged.rows.filter(isChanged).length, unknown: merged.unknown };
  };
  /** What is ready to be sent; rows with a wrong cell are marked and stay behind. */
  const collect = (placeId: string): EditBody[] => {
    const bodies: EditBody[] = [];
    const marked = rows.map((sheet) => {
      if (!isChanged(sheet)) return sheet;
      const { body, problems } = toBody(sheet, placeId, words());
      if (Object.keys(problems).length === 0) bodies.push(body);
      return { ...sheet, problems };
    });
    setRows(marked);
    return bodies;
  };
  /** After a save: what was done is the new original, what was refused keeps its text and says why. */
  const settle = (results: BulkResult[]) => {
    const byOffer = new Map(results.map((one) => [one.offer_id, one] as const));
    setRows((now) =>
      now.map((sheet) => {
        const result = byOffer.get(sheet.row.offer_id);
        if (!result) return sheet;
        if (result.state === "refused") return { ...sheet, problems: problemsOf(result) };
        return clean(saved(sheet.row, result.after));
      }),
    );
  };
  const restart = (fresh: GridRow[]) => setRows(fresh.map(clean));
  const dropAll = () => setRows((now) => now.map(({ row }) => clean(row)));
  return { rows, write, paste, reset, put, collect, settle, restart, dropAll, changed: rows.filter(isChanged).length };
}

function saved(row: GridRow, after: BulkResult["after"]): GridRow {
  const price = { ...row.price, minor: Number(after.price_minor ?? row.price.minor) };
  const mrp = { ...row.mrp, minor: Number(after.mrp_minor ?? row.mrp.minor) };
  return {
    ...row,
    price,
    mrp,
    on_hand: Number(after.on_hand ?? row.on_hand),
    handling_days: Number(after.handling_days ?? row.handling_days),
    status: String(after.status ?? row.status),
  };
}

const CELLS: Record<string, Field> = {
  price_minor: "price",
  mrp_minor: "mrp",
  on_hand: "on_hand",
  handling_days: "handling_days",
  status: "status",
};

export function problemsOf(result: BulkResult): SheetRow["problems"] {
  const problems: SheetRow["problems"] = {};
  for (const [name, sentences] of Object.entries(result.problems)) problems[CELLS[name] ?? "row"] = sentences.join(" ");
  return problems;
}

const words = () => ({
  amount: t("Write an amount such as 379 or 379.50."),
  whole: t("Write a whole number."),
  days: t("Between 0 and 60 days."),
  status: t("Write active or paused."),
  mrp: t("The price is above the MRP."),
});
