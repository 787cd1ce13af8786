import { useCan } from "@kit/auth/use-can";
import { UploadCard } from "@kit/files/upload-card";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { FileSpreadsheet } from "lucide-react";
import { useMemo } from "react";
import { importColumns } from "@/features/imports/import-columns";
import { SheetButtons } from "@/features/imports/sheet-buttons";
import type { ImportedFile } from "@/features/imports/types";
import { t } from "@/i18n/t";

/** Files of goods: a new one at the top, those before below. */
export function Imports() {
  const list = useListState();
  const mayWrite = useCan("products.decide");
  const query = useList<ImportedFile>("admin/imports", list.query);
  const columns = useMemo(importColumns, []);
  return (
    <>
      <PageHeader
        title={t("Import and export")}
        lead={t("Goods of any seller at once, from a spreadsheet.")}
        back={{ to: "/products", label: t("Products") }}
        actions={<SheetButtons />}
      />
      {mayWrite && <UploadCard base="admin" />}
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
