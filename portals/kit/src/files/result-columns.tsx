import { t } from "@kit/i18n/t";
import type { Column } from "@kit/table/columns";
import { Badge, type Tone } from "@kit/ui/badge";
import { clsx } from "clsx";
import { outcomeText } from "./counts";
import { rowMessage } from "./row-words";
import type { FileImport, Outcome, ResultRow } from "./types";

const TONES: Record<Outcome, Tone> = { create: "good", change: "info", unchanged: "plain", refused: "bad" };
const SHOWN_MAX = 5;
/** What a reader knows a row by, and what is most often wrong. */
const FIRST = ["sku", "title", "price", "mrp", "stock", "category"];
const weight = (code: string) => FIRST.indexOf(code) + 1 || FIRST.length + 1;

/** Line, outcome and sentence, then the file's own columns that mean something, a few of them. */
export function resultColumns(row: FileImport, phase: "check" | "run" | "undo"): Column<ResultRow>[] {
  const places = row.columns
    .map((code, place) => ({ code, place }))
    .filter(({ code }) => code && !code.startsWith("description"))
    .sort((one, other) => weight(one.code) - weight(other.code))
    .slice(0, SHOWN_MAX);
  return [
    { id: "line", header: t("Line"), from: "sm", end: true, cell: ({ line }) => <span className="tnum">{line}</span> },
    {
      id: "outcome",
      header: t("Outcome"),
      cell: (one) => (
        <span className="block max-w-96">
          <span className="tnum mr-2 text-muted text-xs sm:hidden">{t("Line {count}", { count: one.line })}</span>
          <Badge tone={one.outcome ? TONES[one.outcome] : "plain"}>{outcomeText(one.outcome, phase)}</Badge>
          <span className="wrap-anywhere block font-medium sm:hidden">{one.cells[places[0]?.place ?? 0]}</span>
          {one.message && (
            <span className={clsx("mt-1 block text-sm", one.outcome === "refused" ? "text-bad" : "text-muted")}>
              {one.column && <strong className="font-semibold">{one.column}: </strong>}
              {rowMessage(one)}
            </span>
          )}
        </span>
      ),
    },
    ...places.map(({ place }, index) => ({
      id: `cell${place}`,
      header: row.header[place] ?? "",
      from: index < 3 ? ("sm" as const) : ("lg" as const),
      cell: (one: ResultRow) => <Cell text={one.cells[place] ?? ""} wrong={one.place === place} />,
    })),
  ];
}

function Cell({ text, wrong }: { text: string; wrong: boolean }) {
  return (
    <span
      className={clsx(
        "line-clamp-3 min-w-16 max-w-56 wrap-anywhere",
        wrong && "rounded bg-bad-soft px-1.5 py-0.5 text-bad",
      )}
    >
      {text || <span className={wrong ? undefined : "text-faint"}>{wrong ? t("empty") : "–"}</span>}
    </span>
  );
}
