import { SaveButton } from "@kit/files/save-button";
import { saveFrom } from "@kit/files/save-file";
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
import type { DocumentRow } from "@/features/documents/types";
import { t } from "@/i18n/t";

/** Every paper of the shop: those issued on its behalf, and those issued to it. */
export function Documents() {
  const list = useListState();
  const query = useList<DocumentRow>("seller/documents", list.query);
  const columns = useMemo(documentColumns, []);
  const { month, kind } = list.search;
  const takeAll = async () => {
    await saveFrom("seller/documents/archive", `documents-${month}.zip`, { month, kind });
    return undefined;
  };
  return (
    <>
      <PageHeader
        title={t("Documents")}
        lead={t("Invoices and credit notes are issued on your behalf when a parcel is packed or goods come back.")}
        actions={month && <SaveButton label={t("All as ZIP")} save={takeAll} />}
      />
      <FilterTabs
        label={t("Kind")}
        list={list}
        name="kind"
        tabs={TABS.map(({ value, label }) => ({ value, label: label() }))}
      />
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
            {t("Pack your first parcel: its invoice appears here, ready to print.")}
          </EmptyState>
        }
      />
    </>
  );
}
