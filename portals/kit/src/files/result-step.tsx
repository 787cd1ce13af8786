import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import type { ReactNode } from "react";
import { CountGrid } from "./counts";
import { MoveButton } from "./move-button";
import { ResultRows } from "./result-rows";
import { RunButton } from "./run-button";
import { SaveButton } from "./save-button";
import { saveWritten } from "./save-file";
import type { FileImport } from "./types";
import { UndoButton } from "./undo-button";

interface ResultStepProps {
  base: string;
  row: FileImport;
  onColumns: () => void;
  /** What a check found that a person can answer. */
  answers?: ReactNode;
}

/** After the check: what would happen. After the run or the roll-back: what did. */
export function ResultStep({ base, row, onColumns, answers }: ResultStepProps) {
  const phase = row.status === "checked" ? "check" : row.status === "rolled_back" ? "undo" : "run";
  const counts = { check: row.checked, run: row.done, undo: row.undone }[phase];
  const all = `imports/${row.id}/results`;
  return (
    <div className="flex flex-col gap-4">
      <Summary row={row} />
      <CountGrid counts={counts} phase={phase} />
      {answers}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <SaveButton label={t("Result as CSV")} save={() => saveWritten(base, all, { format: "csv" })} />
        <SaveButton label={t("Result as XLSX")} save={() => saveWritten(base, all, { format: "xlsx" })} />
        {row.actions.includes("map") && (
          <Button size="sm" onPress={onColumns}>
            {t("Change the columns")}
          </Button>
        )}
        <MoveButton base={base} row={row} verb="discard" label={t("Throw the file away")} doneText={t("Thrown away")} />
        <UndoButton base={base} row={row} />
        <RunButton base={base} row={row} />
      </div>
      <div>
        <ResultRows base={base} row={row} counts={counts} phase={phase} />
      </div>
    </div>
  );
}

function Summary({ row }: { row: FileImport }) {
  const { create, change, refused } = row.checked;
  if (row.status === "rolled_back") return <Notice tone="good" title={t("This import was taken back")} />;
  if (row.status === "stopped") return <Notice tone="warn" title={t("This import was ended before its last row")} />;
  if (row.status === "done") return <Notice tone="good" title={t("The file is in")} />;
  if (create + change === 0 && refused === 0)
    return <Notice tone="good" title={t("Everything in this file is so already")} />;
  if (create + change === 0)
    return <Notice tone="bad" title={t("No row can be brought in. Mend the file and send it again.")} />;
  if (refused > 0)
    return (
      <Notice tone="warn" title={t("Some rows will be left out")}>
        {t("Mend them in your file and send it again, or bring in the others now. Nothing has been written yet.")}
      </Notice>
    );
  return (
    <Notice tone="good" title={t("Every row is right")}>
      {t("Nothing has been written yet.")}
    </Notice>
  );
}
