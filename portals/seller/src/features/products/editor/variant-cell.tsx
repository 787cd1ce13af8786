import { inputClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { type KeyboardEvent, useId } from "react";
import { faultText, looks } from "./columns";
import { type Faults, faultsOf } from "./draft";
import { type Column, labelOf, type Row } from "./matrix";

interface VariantCellProps {
  row: Row;
  column: Column;
  /** The server's word about this cell. */
  said?: string;
  onChange: (value: string) => void;
  onFill: () => void;
  onPasteTable: (text: string) => void;
}

/** A box of the table. Ctrl+D takes its value down; Enter goes to the box below; cells of a spreadsheet can be pasted. */
export function VariantCell({ row, column, said, onChange, onFill, onPasteTable }: VariantCellProps) {
  const look = looks()[column];
  const fault = faultsOf(row)[column as keyof Faults];
  const sentence = fault ? faultText(fault) : said;
  const note = useId();
  const name = [look.label, labelOf(row)].filter(Boolean).join(", ");
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "d") {
      event.preventDefault();
      onFill();
    }
    if (event.key === "Enter") boxBelow(event.currentTarget)?.focus();
  };
  return (
    <td className={clsx("align-top max-sm:block sm:px-1.5 sm:py-2", look.width)}>
      <span aria-hidden className="mb-1 block text-muted text-xs sm:hidden">
        {look.label}
      </span>
      <input
        aria-label={name}
        aria-invalid={!!sentence}
        aria-describedby={sentence ? note : undefined}
        data-column={column}
        value={row[column]}
        inputMode={look.inputMode}
        maxLength={look.maxLength}
        placeholder={look.placeholder}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (!/[\n\t]/.test(text.trim())) return;
          event.preventDefault();
          onPasteTable(text);
        }}
        className={clsx(inputClass, "tnum h-11 sm:h-8 sm:px-2")}
      />
      {sentence && (
        <span id={note} className="mt-1 block text-bad text-xs">
          {sentence}
        </span>
      )}
    </td>
  );
}

function boxBelow(box: HTMLInputElement): HTMLInputElement | null | undefined {
  const below = box.closest("tr")?.nextElementSibling;
  return below?.querySelector<HTMLInputElement>(`input[data-column="${box.dataset.column}"]`);
}
