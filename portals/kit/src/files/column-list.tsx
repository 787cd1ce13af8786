import { t } from "@kit/i18n/t";
import { Badge } from "@kit/ui/badge";
import { Select } from "@kit/ui/select";
import type { FileImport, Target } from "./types";

const LEFT_OUT = "-";

interface ColumnListProps {
  row: FileImport;
  targets: Target[];
  columns: string[];
  onChange: (columns: string[]) => void;
}

/** Each column of the file with what stands in it, and what it means here. */
export function ColumnList({ row, targets, columns, onChange }: ColumnListProps) {
  const set = (place: number, code: string) =>
    onChange(columns.map((one, at) => (at === place ? (code === LEFT_OUT ? "" : code) : one === code ? "" : one)));
  return (
    <ul className="divide-y divide-line">
      {row.header.map((name, place) => (
        <li key={name} className="grid items-center gap-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_16rem] sm:gap-6">
          <div className="min-w-0">
            <p className="wrap-anywhere font-medium text-sm">
              {name} {!columns[place] && <Badge>{t("Not read")}</Badge>}
            </p>
            <p className="line-clamp-2 wrap-anywhere text-muted text-xs">
              {samples(row, place) || t("no values in the first rows")}
            </p>
          </div>
          <Select
            label={t("What “{name}” is", { name })}
            hideLabel
            value={columns[place] || LEFT_OUT}
            onChange={(code) => set(place, code)}
            options={choices(name, columns[place] ?? "", targets)}
          />
        </li>
      ))}
    </ul>
  );
}

const samples = (row: FileImport, place: number) =>
  [...new Set(row.preview.map((cells) => cells[place]?.trim()).filter(Boolean))].slice(0, 4).join(" · ");

/** Ours, and the column's own name as an option of a variant or as a fact of the goods. */
function choices(name: string, chosen: string, targets: Target[]) {
  const own = [`option:${name}`, `spec:${name}`].map((code) => code.slice(0, 66));
  const pairs = [...new Set([...own, ...(chosen.includes(":") ? [chosen] : [])])];
  return [
    { value: LEFT_OUT, label: t("Leave out") },
    ...targets.map(({ code, label }) => ({ value: code, label })),
    ...pairs.map((code) => ({ value: code, label: pairText(code) })),
  ];
}

function pairText(code: string): string {
  const [kind, name = ""] = code.split(/:(.*)/);
  return kind === "option" ? t("Option “{name}”", { name }) : t("Specification “{name}”", { name });
}
