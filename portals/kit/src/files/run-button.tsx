import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { countText } from "./duration";
import { MoveDialog } from "./move-dialog";
import type { FileImport } from "./types";

/** Bringing the file in, after saying what will be written. */
export function RunButton({ base, row }: { base: string; row: FileImport }) {
  const [open, setOpen] = useState(false);
  const { create, change, refused } = row.checked;
  const count = create + change;
  if (!row.actions.includes("run")) return null;
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("Bring in {count} rows", { count: countText(count) })}
      </Button>
      {open && (
        <MoveDialog
          base={base}
          row={row}
          verb="run"
          title={t("Bring this file in?")}
          label={t("Bring it in")}
          doneText={t("The file is being brought in")}
          onClose={() => setOpen(false)}
        >
          {t(
            "{made} rows will be made, {changed} changed, {refused} left out. You can pause it on the way, and take it back afterwards.",
            { made: countText(create), changed: countText(change), refused: countText(refused) },
          )}
        </MoveDialog>
      )}
    </>
  );
}
