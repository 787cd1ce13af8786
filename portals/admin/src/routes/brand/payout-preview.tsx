import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Wallet } from "lucide-react";
import { useMemo } from "react";
import { previewColumns } from "@/features/payouts/preview-columns";
import { RunPayouts } from "@/features/payouts/run-payouts";
import type { PreviewItem } from "@/features/payouts/types";
import { t, tn } from "@/i18n/t";

/** What a run would do now. It writes nothing. */
export function PayoutPreview() {
  const list = useListState();
  const query = useList<PreviewItem>("admin/payout-runs/preview", list.query);
  const columns = useMemo(previewColumns, []);
  const paid = (query.data?.meta as { paid?: number } | undefined)?.paid;
  return (
    <>
      <PageHeader
        title={t("What a run would pay now")}
        lead={paid === undefined ? undefined : tn("{count} seller is paid", "{count} sellers are paid", paid)}
        back={{ to: "/payouts", label: t("Payouts") }}
        actions={<RunPayouts />}
      />
      <DataTable
        label={t("What a run would pay now")}
        columns={columns}
        rowId={({ seller_id }) => seller_id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Wallet} title={t("Nothing stands open")}>
            {t("Every seller has been paid what was earned.")}
          </EmptyState>
        }
      />
    </>
  );
}
