import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { ListChecks } from "lucide-react";
import { useMemo } from "react";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import { runColumns } from "@/features/payouts/run-columns";
import { RunPayouts } from "@/features/payouts/run-payouts";
import type { RunRow } from "@/features/payouts/types";
import { t } from "@/i18n/t";

export function PayoutRuns() {
  const list = useListState();
  const query = useList<RunRow>("admin/payout-runs", list.query);
  const columns = useMemo(runColumns, []);
  return (
    <>
      <PageHeader
        title={t("Runs")}
        lead={t("Each run says whom it paid and whom it left out, and who let it go.")}
        actions={
          <>
            <LinkButton to="/payouts/preview">{t("Preview")}</LinkButton>
            <RunPayouts />
          </>
        }
      />
      <PayoutPlaces />
      <DataTable
        label={t("Runs")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={ListChecks} title={t("No run yet")}>
            {t("The schedule makes one when the first seller's payout day comes.")}
          </EmptyState>
        }
      />
    </>
  );
}
