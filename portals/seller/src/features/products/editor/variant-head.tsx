import { Button } from "@kit/ui/button";
import { ArrowDownToLine } from "lucide-react";
import { t } from "@/i18n/t";
import { looks } from "./columns";
import { COLUMNS, type Column } from "./matrix";

/** Names of the columns; each can be filled down from the first row. The number of one's own cannot. */
export function VariantHead({
  many,
  differs,
  fill,
}: {
  many: boolean;
  differs: boolean;
  fill: (column: Column) => void;
}) {
  const names = looks();
  const filled: Column[] = COLUMNS.filter((column) => column !== "sku" && column !== "barcode");
  return (
    <thead className="max-sm:block">
      <tr className="text-left text-muted text-xs max-sm:hidden">
        {many && (
          <th scope="col" className="sticky left-0 z-1 bg-surface px-3 py-2 font-medium">
            {t("Variant")}
          </th>
        )}
        {COLUMNS.map((column) => (
          <th key={column} scope="col" className="whitespace-nowrap px-1.5 py-1 font-medium">
            <span className="inline-flex items-center">
              {names[column].label}
              {many && filled.includes(column) && (
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={t("Copy the first {name} to all rows", { name: names[column].label })}
                  onPress={() => fill(column)}
                >
                  <ArrowDownToLine aria-hidden size={14} />
                </Button>
              )}
            </span>
          </th>
        ))}
        {differs && (
          <th scope="col" className="whitespace-nowrap px-1.5 py-1 font-medium">
            {t("Own facts")}
          </th>
        )}
      </tr>
      {many && (
        <tr className="max-sm:flex max-sm:flex-wrap max-sm:gap-2 max-sm:pt-3 sm:hidden">
          {filled.map((column) => (
            <td key={column}>
              <Button size="sm" onPress={() => fill(column)}>
                <ArrowDownToLine aria-hidden size={14} />
                {t("{name} to all", { name: names[column].label })}
              </Button>
            </td>
          ))}
        </tr>
      )}
    </thead>
  );
}
