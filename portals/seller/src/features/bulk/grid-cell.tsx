import { clsx } from "clsx";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { t } from "@/i18n/t";
import type { Field } from "./paste";
import { isTable } from "./paste";
import { isLocked, type SheetRow, shown } from "./sheet";

export interface CellActs {
  type: (index: number, field: Field, value: string) => void;
  paste: (index: number, field: Field, text: string) => void;
  go: (index: number, field: Field) => void;
  reset: (index: number, field: Field) => void;
}

interface GridCellProps extends CellActs {
  sheet: SheetRow;
  index: number;
  field: Field;
  label: string;
}

/** Up, down and Enter walk the column, Escape takes back what was typed, a pasted table spreads from here. */
export function GridCell({ sheet, index, field, label, type, paste, go, reset }: GridCellProps) {
  const value = shown(sheet, field);
  const problem = sheet.problems[field];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 };
    const step = steps[event.key];
    if (step && (field !== "status" || event.key === "Enter")) {
      event.preventDefault();
      go(index + step, field);
    }
    if (event.key === "Escape") reset(index, field);
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text");
    if (!isTable(text)) return;
    event.preventDefault();
    paste(index, field, text);
  };
  const look = clsx(
    "h-9 w-full rounded-md border bg-transparent px-2 text-sm outline-none focus:border-accent focus:bg-surface",
    problem
      ? "border-bad bg-bad-soft"
      : field in sheet.typed
        ? "border-accent bg-accent-soft"
        : "border-transparent hover:border-line-strong",
  );
  const shared = {
    "data-cell": `${index}:${field}`,
    "aria-label": `${label}, ${sheet.row.sku}`,
    "aria-invalid": problem ? true : undefined,
    title: problem,
    value,
    onKeyDown,
    onPaste,
  };
  if (isLocked(sheet.row, field)) return <span className="px-2 text-faint text-sm">–</span>;
  if (field === "status")
    return (
      <select {...shared} className={look} onChange={(event) => type(index, field, event.target.value)}>
        <option value="active">{t("On sale")}</option>
        <option value="paused">{t("Paused")}</option>
        {value !== "active" && value !== "paused" && <option value={value}>{value}</option>}
      </select>
    );
  return (
    <input
      {...shared}
      className={clsx(look, "tnum text-right")}
      inputMode={field === "price" || field === "mrp" ? "decimal" : "numeric"}
      autoComplete="off"
      onChange={(event) => type(index, field, event.target.value)}
      onFocus={(event) => event.target.select()}
    />
  );
}
