import { t } from "@kit/i18n/t";
import { Checkbox } from "@kit/ui/checkbox";
import type { ReactTable } from "@tanstack/react-table";
import { clsx } from "clsx";
import { type Features, metaOf } from "./columns";
import { cellClass, chooseClass } from "./table-head";

// On a phone the name takes what the other columns leave and is cut, instead of pushing them out of sight.
const NAME_BESIDE_BOX = "max-md:w-full max-md:max-w-0";
const NAME = `pl-4 ${NAME_BESIDE_BOX}`;

export function TableBody<Row extends object>(props: { table: ReactTable<Features, Row>; selectable: boolean }) {
  const { table, selectable } = props;
  return (
    <tbody>
      {table.getRowModel().rows.map((row) => (
        <tr
          key={row.id}
          data-row
          className={clsx(
            "relative border-line border-b last:border-b-0 focus-within:bg-hover hover:bg-hover",
            row.getIsSelected() && "bg-accent-soft",
          )}
        >
          {selectable && (
            <td className={chooseClass}>
              <Checkbox
                hideLabel
                label={t("Choose this row")}
                checked={row.getIsSelected()}
                onChange={(chosen) => row.toggleSelected(chosen)}
              />
            </td>
          )}
          {row.getVisibleCells().map((cell, index) => {
            const { end, className } = metaOf(cell.column);
            return (
              <td
                key={cell.id}
                className={clsx(
                  cellClass,
                  index === 0 && (selectable ? NAME_BESIDE_BOX : NAME),
                  "h-12 py-1.5",
                  end && "text-right",
                  className,
                )}
              >
                <table.FlexRender cell={cell} />
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
