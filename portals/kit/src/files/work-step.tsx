import { t } from "@kit/i18n/t";
import { Notice } from "@kit/ui/notice";
import { CountGrid } from "./counts";
import { MoveButton } from "./move-button";
import { ProgressCard } from "./progress-card";
import type { FileImport } from "./types";

/** While it works, and while it waits to go on. */
export function WorkStep({ base, row }: { base: string; row: FileImport }) {
  const phase = row.status === "undoing" ? "undo" : row.status === "checking" ? "check" : "run";
  const counts = { check: row.checked, run: row.done, undo: row.undone }[phase];
  const actions = (
    <span className="flex gap-2">
      <MoveButton base={base} row={row} verb="pause" label={pauseText(row)} doneText={t("Stopped there")} />
      <MoveButton base={base} row={row} verb="stop" label={t("End it here")} doneText={t("Ended")} />
      <MoveButton base={base} row={row} verb="resume" label={t("Go on")} doneText={t("It goes on")} solid />
    </span>
  );
  return (
    <div className="flex flex-col gap-4">
      {row.status === "paused" && (
        <Notice tone="warn" title={t("This import is paused")}>
          {t("What was brought in stays. Go on where it stopped, or end it here and take it back if you want.")}
        </Notice>
      )}
      <ProgressCard row={row} actions={actions} />
      <CountGrid counts={counts} phase={phase} />
    </div>
  );
}

const pauseText = ({ status }: FileImport) => (status === "checking" ? t("Stop checking") : t("Pause"));
