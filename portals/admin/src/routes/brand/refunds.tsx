import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Landmark } from "lucide-react";
import { useMemo } from "react";
import { refundColumns } from "@/features/refunds/refund-columns";
import type { BankRefund } from "@/features/refunds/types";
import { t } from "@/i18n/t";

export function Refunds() {
  const list = useListState({});
  const query = useList<BankRefund>("admin/refunds/bank", list.query);
  const columns = useMemo(refundColumns, []);
  const tabs = [
    { value: "", label: t("All") },
    { value: "pending", label: t("To pay") },
    { value: "failed", label: t("The provider could not") },
    { value: "processed", label: t("Paid") },
  ];
  return (
    <>
      <PageHeader
        title={t("Refunds by bank")}
        lead={t("Cash has no way back by itself. Pay it from your bank, and write its reference here.")}
        back={{ to: "/returns", label: t("Returns") }}
      />
      <FilterTabs label={t("State")} list={list} name="status" tabs={tabs} />
      <DataTable
        label={t("Refunds by bank")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Landmark} title={t("Nothing to pay")}>
            {t("When goods that were paid in cash come back, their refund waits here.")}
          </EmptyState>
        }
      />
    </>
  );
}
