import { DataTable } from "@kit/table/data-table";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Receipt } from "lucide-react";
import { useMemo } from "react";
import type { CommissionLine } from "@/api/types";
import { lineColumns } from "@/features/commission/line-columns";
import { t } from "@/i18n/t";

export function CommissionLines() {
  const list = useListState();
  const query = useList<CommissionLine>("admin/commission/lines", list.query);
  const columns = useMemo(lineColumns, []);
  return (
    <>
      <PageHeader
        title={t("What was charged")}
        lead={t("One row for each order line, with the rule and its version as it was on that day.")}
        back={{ to: "/commission", label: t("Commission") }}
      />
      <DataTable
        label={t("Commission lines")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} name="number" label={t("Order number")} />}
        empty={
          <EmptyState icon={Receipt} title={t("Nothing charged yet")}>
            {t("A line is computed when an order is paid and recognised when it is delivered.")}
          </EmptyState>
        }
      />
    </>
  );
}
