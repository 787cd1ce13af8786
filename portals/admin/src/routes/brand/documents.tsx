import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Files } from "lucide-react";
import { useMemo } from "react";
import { documentColumns } from "@/features/documents/document-columns";
import { TABS } from "@/features/documents/kinds";
import { MonthFilter } from "@/features/documents/month-filter";
import { RegisterButton } from "@/features/documents/register-button";
import { SeriesList } from "@/features/documents/series-list";
import type { DocumentRow } from "@/features/documents/types";
import { t } from "@/i18n/t";

/** The register of everything that was issued in the brand, and whether a number is missing. */
export function Documents() {
  const list = useListState();
  const query = useList<DocumentRow>("admin/documents", list.query);
  const columns = useMemo(documentColumns, []);
  const mayExport = useCan("reports.read");
  const { month, kind = "" } = list.search;
  return (
    <>
      <PageHeader
        title={t("Documents")}
        lead={t("Invoices, credit notes and statements as they were issued. Nothing here is ever changed.")}
        actions={month && mayExport && <RegisterButton month={month} kind={kind} />}
      />
      <FilterTabs
        label={t("Kind")}
        list={list}
        name="kind"
        tabs={TABS.map(({ value, label }) => ({ value, label: label() }))}
      />
      <div className="flex flex-col gap-4">
        <DataTable
          label={t("Documents")}
          columns={columns}
          rowId={({ id }) => id}
          query={query}
          list={list}
          toolbar={
            <div className="flex flex-1 flex-wrap gap-2 max-sm:[&>*]:basis-full">
              <SearchBox list={list} label={t("Document or order")} />
              <MonthFilter list={list} />
            </div>
          }
          empty={
            <EmptyState icon={Files} title={t("No documents here")}>
              {t("When the first parcel is packed, its invoice appears here.")}
            </EmptyState>
          }
        />
        <SeriesList />
      </div>
    </>
  );
}
