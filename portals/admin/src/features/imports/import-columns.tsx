import { historyColumns } from "@kit/files/history-columns";
import type { Column } from "@kit/table/columns";
import { t } from "@/i18n/t";
import type { ImportedFile } from "./types";

/** As everywhere, and whose file it is. */
export function importColumns(): Column<ImportedFile>[] {
  const [file, ...others] = historyColumns<ImportedFile>();
  const whose: Column<ImportedFile> = {
    id: "seller",
    header: t("Seller"),
    from: "md",
    cell: ({ seller }) => seller?.name ?? <span className="text-muted">{t("The brand")}</span>,
  };
  return file ? [file, whose, ...others] : others;
}
