import { Amount, type Money } from "@kit/format/money";
import { EmptyState } from "@kit/ui/empty-state";
import { clsx } from "clsx";
import { FileSpreadsheet } from "lucide-react";
import type { ReportTable as Table } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { columnText } from "./words";

const RIGHT = new Set(["money", "rate", "number"]);

/** A report as its file has it: every column, and the sums under it. Wide ones scroll by themselves. */
export function ReportTable({ table: { columns, rows, totals, count, title } }: { table: Table }) {
  if (count === 0) {
    return (
      <EmptyState icon={FileSpreadsheet} title={t("Nothing in this month")}>
        {t("A sale counts when it is delivered, a return when it comes back.")}
      </EmptyState>
    );
  }
  const side = (kind: string) => clsx("whitespace-nowrap px-3 py-2", RIGHT.has(kind) ? "text-right" : "text-left");
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what is wider than the window only with the focus in it */}
      <section aria-label={title} className="overflow-x-auto" tabIndex={0}>
        <table className="w-full text-sm">
          <thead className="border-line border-b text-muted text-xs">
            <tr>
              {columns.map(({ name, title: english, kind }) => (
                <th key={name} scope="col" className={clsx(side(kind), "font-medium")}>
                  {columnText(english)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(({ name, kind }) => (
                  <td key={name} className={side(kind)}>
                    <Cell kind={kind} value={row[name]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot className="border-line-strong border-t font-semibold">
            <tr>
              {columns.map(({ name, kind }, index) => (
                <td key={name} className={side(kind)}>
                  {index === 0 ? t("Total") : totals[name] && <Amount value={totals[name]} />}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      {rows.length < count && (
        <p className="border-line border-t px-4 py-2 text-muted text-sm">
          {tn("The file has {count} row.", "The file has all {count} rows.", count)}
        </p>
      )}
    </>
  );
}

function Cell({ kind, value }: { kind: string; value: Money | string | number | null | undefined }) {
  if (value === null || value === undefined || value === "") return <span className="text-faint">–</span>;
  if (typeof value === "object") return <Amount value={value} signed={value.minor < 0} />;
  if (kind === "rate") return <span className="tnum">{Number(value) / 100} %</span>;
  return <>{columnText(String(value))}</>;
}
