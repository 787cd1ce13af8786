import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { countText } from "./duration";
import { MoveDialog } from "./move-dialog";
import type { FileImport } from "./types";

/** Taking the last import back, after saying what that means. */
export function UndoButton({ base, row }: { base: string; row: FileImport }) {
  const [open, setOpen] = useState(false);
  if (!row.actions.includes("undo")) return null;
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        <Undo2 aria-hidden size={14} />
        {t("Take this import back")}
      </Button>
      {open && (
        <MoveDialog
          base={base}
          row={row}
          verb="undo"
          title={t("Take this import back?")}
          label={t("Take it back")}
          doneText={t("The import is being taken back")}
          danger
          onClose={() => setOpen(false)}
        >
          {t(
            "{made} rows that it made are put away and {changed} rows that it changed get their old values. Rows that somebody has changed since stay as they are; you get a list of them.",
            { made: countText(row.done.create), changed: countText(row.done.change) },
          )}
        </MoveDialog>
      )}
    </>
  );
}
