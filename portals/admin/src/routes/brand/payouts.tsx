import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Wallet } from "lucide-react";
import { useMemo } from "react";
import type { PayoutRow } from "@/api/types";
import { payoutColumns } from "@/features/payouts/payout-columns";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import { RunPayouts } from "@/features/payouts/run-payouts";
import { t } from "@/i18n/t";

export function Payouts() {
  const list = useListState();
  const query = useList<PayoutRow>("admin/payouts", list.query);
  const columns = useMemo(payoutColumns, []);
  return (
    <>
      <PageHeader
        title={t("Payouts")}
        lead={t("What sellers are owed once the return window has closed.")}
        actions={<RunPayouts />}
      />
      <PayoutPlaces />
      <FilterTabs
        label={t("Status")}
        list={list}
        name="status"
        tabs={[
          { value: "", label: t("Everything") },
          { value: "scheduled", label: t("Scheduled") },
          { value: "in_transit", label: t("In transit") },
          { value: "paid", label: t("Paid") },
          { value: "failed", label: t("Failed") },
          { value: "carried", label: t("Carried over") },
        ]}
      />
      <DataTable
        label={t("Payouts")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Wallet} title={t("No payouts here")}>
            {t("A payout is made for each seller on its payout day, of what can no longer be returned.")}
          </EmptyState>
        }
      />
    </>
  );
}
