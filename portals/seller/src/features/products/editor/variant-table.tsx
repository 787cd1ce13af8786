import { clsx } from "clsx";
import type { Attribute } from "@/api/types";
import { t } from "@/i18n/t";
import { COLUMNS, type Column, fillDown, labelOf, type Matrix, pasted, type Row } from "./matrix";
import type { Refusal } from "./refusal";
import { countOwn, type Values } from "./values";
import { VariantCell } from "./variant-cell";
import { VariantFacts } from "./variant-facts";
import { VariantHead } from "./variant-head";

interface VariantTableProps {
  /** In which a variant may differ, and what the product says for them. */
  facts: Attribute[];
  values: Values;
  matrix: Matrix;
  refusal: Refusal;
  onChange: (edit: (matrix: Matrix) => Matrix) => void;
}

/** One row a variant. A table where there is room, a card a row on a phone; the same boxes in both. */
export function VariantTable({ facts, values, matrix, refusal, onChange }: VariantTableProps) {
  const edit = (change: (rows: Row[]) => Row[]) => onChange((now) => ({ ...now, rows: change(now.rows) }));
  const put = (key: string, column: Column, value: string) =>
    edit((rows) => rows.map((row) => (row.key === key ? { ...row, [column]: value } : row)));
  const say = (key: string, said: Values) =>
    edit((rows) => rows.map((row) => (row.key === key ? { ...row, values: { ...row.values, ...said } } : row)));
  const many = matrix.rows.length > 1;
  const differs = (many && facts.length > 0) || matrix.rows.some((row) => countOwn(row.values) > 0);
  return (
    <div className="max-sm:px-4 sm:overflow-x-auto">
      <table className="w-full border-collapse text-sm max-sm:block">
        <caption className="sr-only">{t("Variants")}</caption>
        <VariantHead many={many} differs={differs} fill={(column) => edit((rows) => fillDown(rows, column, 0))} />
        <tbody className="max-sm:flex max-sm:flex-col max-sm:gap-4 max-sm:py-4">
          {matrix.rows.map((row, place) => (
            <tr
              key={row.key}
              className={clsx(
                "max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:gap-y-2 max-sm:rounded-lg max-sm:border max-sm:border-line max-sm:p-3",
                "sm:border-line sm:border-t",
              )}
            >
              {many && (
                <th
                  scope="row"
                  className="sticky left-0 z-1 max-w-44 truncate whitespace-nowrap bg-surface px-3 py-2 text-left align-middle font-medium max-sm:static max-sm:col-span-2 max-sm:p-0"
                >
                  {labelOf(row)}
                  {row.isNew && <span className="block text-warn text-xs">{t("Not in the shop yet")}</span>}
                </th>
              )}
              {COLUMNS.map((column) => (
                <VariantCell
                  key={column}
                  row={row}
                  column={column}
                  said={refusal[`${row.key}:${column}`]}
                  onChange={(value) => put(row.key, column, value)}
                  onFill={() => edit((rows) => fillDown(rows, column, place))}
                  onPasteTable={(text) => edit((rows) => pasted(rows, place, column, text))}
                />
              ))}
              {differs && (
                <td className="align-top max-sm:col-span-2 sm:px-1.5 sm:py-2">
                  <VariantFacts
                    row={row}
                    facts={facts}
                    whole={values}
                    refusal={refusal}
                    onChange={(said) => say(row.key, said)}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
