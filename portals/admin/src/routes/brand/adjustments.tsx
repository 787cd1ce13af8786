import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Scale } from "lucide-react";
import { useMemo } from "react";
import { adjustmentColumns } from "@/features/payouts/adjustment-columns";
import { NewAdjustment } from "@/features/payouts/new-adjustment";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import type { AdjustmentRow } from "@/features/payouts/types";
import { t } from "@/i18n/t";

export function Adjustments() {
  const list = useListState();
  const query = useList<AdjustmentRow>("admin/payout-adjustments", list.query);
  const columns = useMemo(adjustmentColumns, []);
  return (
    <>
      <PageHeader
        title={t("Adjustments")}
        lead={t("Money given to sellers or taken from them by hand, each with its reason.")}
        actions={<NewAdjustment />}
      />
      <PayoutPlaces />
      <DataTable
        label={t("Adjustments")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Scale} title={t("No adjustment yet")}>
            {t("Use one for what no sale and no return explains, such as damage in the brand's own storage.")}
          </EmptyState>
        }
      />
    </>
  );
}
