import { historyColumns } from "@kit/files/history-columns";
import { UploadCard } from "@kit/files/upload-card";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { FileSpreadsheet } from "lucide-react";
import { useMemo } from "react";
import { SheetButtons } from "@/features/imports/sheet-buttons";
import type { ImportedFile } from "@/features/imports/types";
import { t } from "@/i18n/t";

/** Files of goods: a new one at the top, those before below. */
export function Imports() {
  const list = useListState();
  const query = useList<ImportedFile>("seller/imports", list.query);
  const columns = useMemo(() => historyColumns<ImportedFile>(), []);
  return (
    <>
      <PageHeader
        title={t("Import and export")}
        lead={t("Many products, prices and counts at once, from a spreadsheet.")}
        back={{ to: "/products", label: t("Products") }}
        actions={<SheetButtons />}
      />
      <UploadCard base="seller" />
      <h2 className="mt-8 mb-3 font-semibold">{t("Files that came in")}</h2>
      <DataTable
        label={t("Files that came in")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={FileSpreadsheet} title={t("No file came in yet")}>
            {t("Take the template, fill it in and drop it above.")}
          </EmptyState>
        }
      />
    </>
  );
}
