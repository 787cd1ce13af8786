import { SaveButton } from "@kit/files/save-button";
import { saveWritten } from "@kit/files/save-file";
import type { ListState } from "@kit/table/use-list-state";
import { t } from "@/i18n/t";

/** What this list shows now as a sheet that can be changed and sent back. */
export function ExportView({ list }: { list: ListState }) {
  const { status = "", q = "" } = list.search;
  return (
    <SaveButton
      label={t("Export this view")}
      save={() => saveWritten("seller", "exports", { format: "csv", status, q })}
    />
  );
}
