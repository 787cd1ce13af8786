import { clsx } from "clsx";
import { useCallback, useEffect, useRef, useState } from "react";
import { t } from "@/i18n/t";
import { type CellActs, GridCell } from "./grid-cell";
import { FIELDS, type Field } from "./paste";
import type { SheetRow } from "./sheet";
import { ROW_PX, reveal, useWindow } from "./window";

export const fieldNames = (): Record<Field, string> => ({
  price: t("Price"),
  mrp: t("MRP"),
  on_hand: t("On the shelf"),
  handling_days: t("Days"),
  status: t("Status"),
});

/** Thousands of rows as a spreadsheet would show them; only those in sight are drawn. */
export function BulkGrid({ rows, ...acts }: { rows: SheetRow[] } & Omit<CellActs, "go">) {
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(box, rows.length);
  const [goal, setGoal] = useState<string>();
  const names = fieldNames();
  const go = useCallback(
    (index: number, field: Field) => {
      if (!box.current || index < 0 || index >= rows.length) return;
      reveal(box.current, index);
      setGoal(`${index}:${field}`);
    },
    [rows.length],
  );
  useEffect(() => {
    const cell = goal && box.current?.querySelector<HTMLElement>(`[data-cell="${goal}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    setGoal(undefined);
  });
  return (
    <div ref={box} className="h-[min(70dvh,60rem)] overflow-auto overscroll-contain">
      <table
        aria-label={t("Prices and stock")}
        aria-rowcount={rows.length + 1}
        className="w-full min-w-[42rem] table-fixed border-separate border-spacing-0 text-left"
      >
        <colgroup>
          <col />
          {FIELDS.map((field) => (
            <col key={field} className={WIDTHS[field]} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-20 text-muted text-xs">
          <tr className="h-9">
            <th scope="col" className={clsx(HEAD, "sticky left-0 px-4")}>
              {t("Product")}
            </th>
            {FIELDS.map((field) => (
              <th key={field} scope="col" className={clsx(HEAD, "px-3", field !== "status" && "text-right")}>
                {names[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={first} />
          {rows.slice(first, last).map((sheet, offset) => (
            <Row key={sheet.row.offer_id} sheet={sheet} index={first + offset} names={names} go={go} {...acts} />
          ))}
          <Gap rows={rows.length - last} />
        </tbody>
      </table>
    </div>
  );
}

const HEAD = "border-line border-b bg-surface font-medium";
const WIDTHS: Record<Field, string> = {
  price: "w-26",
  mrp: "w-26",
  on_hand: "w-24",
  handling_days: "w-18",
  status: "w-30",
};

/** The rows that are not drawn take their room. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden style={{ height: rows * ROW_PX }}>
      <td colSpan={FIELDS.length + 1} />
    </tr>
  );
}

function Row({
  sheet,
  index,
  names,
  ...acts
}: CellActs & { sheet: SheetRow; index: number; names: Record<Field, string> }) {
  const { row, problems } = sheet;
  const problem = Object.values(problems).find(Boolean);
  return (
    <tr aria-rowindex={index + 2} style={{ height: ROW_PX }}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-line border-b bg-surface py-0 pr-2 pl-4 text-left font-normal leading-tight"
      >
        <span className="block truncate font-medium text-sm">
          {[row.title, row.options].filter(Boolean).join(" · ")}
        </span>
        <span className={clsx("block truncate text-xs", problem ? "text-bad" : "text-muted")}>
          {problem ?? row.sku}
        </span>
      </th>
      {FIELDS.map((field) => (
        <td key={field} className="border-line border-b px-1 py-0 text-right">
          <GridCell sheet={sheet} index={index} field={field} label={names[field]} {...acts} />
        </td>
      ))}
    </tr>
  );
}
