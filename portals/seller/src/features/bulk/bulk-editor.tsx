import { newKey } from "@kit/http/idempotency";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { t, tn } from "@/i18n/t";
import { type BulkAnswer, type Grid, sendRows, undo } from "./api";
import { BulkGrid } from "./bulk-grid";
import { PasteDialog } from "./paste-dialog";
import { ReviewDialog } from "./review-dialog";
import type { EditBody } from "./sheet";
import { UndoBar } from "./undo-bar";
import { useSheet } from "./use-sheet";

interface Trial {
  answer: BulkAnswer;
  rows: EditBody[];
  left: number;
  key: string;
}

/** Type or paste, look it over, save; rows that are refused stay as they were typed. */
export function BulkEditor({ grid, place, refresh }: { grid: Grid; place: string; refresh: () => Promise<Grid> }) {
  const sheet = useSheet(grid.rows);
  const queries = useQueryClient();
  const [pasting, setPasting] = useState(false);
  const [trial, setTrial] = useState<Trial>();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<{ id: string; changed: number }>();
  const over = useCallback(() => setSaved(undefined), []);
  useBlocker({ shouldBlockFn: () => sheet.changed > 0 && !confirm(t("Leave and lose what you typed?")) });

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    await work().catch(toastProblem);
    setBusy(false);
  };
  const review = () =>
    attempt(async () => {
      const rows = sheet.collect(grid.place_id);
      const left = sheet.changed - rows.length;
      if (rows.length === 0) return;
      setTrial({ answer: await sendRows(rows, newKey(), true), rows, left, key: newKey() });
    });
  const save = ({ rows, key }: Trial) =>
    attempt(async () => {
      const answer = await sendRows(rows, key, false);
      sheet.settle(answer.results);
      setTrial(undefined);
      if (answer.id) setSaved({ id: answer.id, changed: answer.changed });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "seller/stock/grid" });
    });
  const takeBack = (id: string) =>
    attempt(async () => {
      setSaved(undefined);
      const { rows, kept } = await undo(id);
      sheet.restart((await refresh()).rows);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "seller/stock/grid" });
      const done = tn("{count} row taken back", "{count} rows taken back", rows);
      toastDone(kept.length ? `${done}. ${t("Changed since, and left so: {skus}", { skus: kept.join(", ") })}` : done);
    });
  const settleTrial = (one: Trial) => {
    sheet.settle(one.answer.results.filter(({ state }) => state === "refused"));
    setTrial(undefined);
  };

  return (
    <>
      {saved && <UndoBar key={saved.id} changed={saved.changed} onUndo={() => takeBack(saved.id)} onOver={over} />}
      <div className="card overflow-hidden">
        <div className="flex flex-wrap items-center gap-2 border-line border-b p-2">
          <Button size="sm" onPress={() => setPasting(true)}>
            {t("From a spreadsheet")}
          </Button>
          <span role="status" className="ml-auto text-muted text-sm max-sm:hidden">
            {sheet.changed > 0 && tn("{count} row changed", "{count} rows changed", sheet.changed)}
          </span>
          <Button size="sm" look="quiet" isDisabled={sheet.changed === 0} onPress={sheet.dropAll}>
            {t("Reset")}
          </Button>
          <Button size="sm" look="solid" isDisabled={sheet.changed === 0} isPending={busy} onPress={review}>
            {t("Look it over")}
          </Button>
        </div>
        <BulkGrid rows={sheet.rows} type={sheet.write} paste={sheet.paste} reset={sheet.reset} />
      </div>
      {pasting && <PasteDialog put={(rows) => sheet.put(rows, place)} onClose={() => setPasting(false)} />}
      {trial && (
        <ReviewDialog
          trial={trial.answer}
          left={trial.left}
          saving={busy}
          onSave={() => save(trial)}
          onClose={() => settleTrial(trial)}
        />
      )}
    </>
  );
}
