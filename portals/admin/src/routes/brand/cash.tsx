import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { HandCoins } from "lucide-react";
import { useMemo, useState } from "react";
import { cashColumns } from "@/features/payouts/cash-columns";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import { RemitDialog } from "@/features/payouts/remit-dialog";
import { RemittanceList } from "@/features/payouts/remittance-list";
import type { CashParcel } from "@/features/payouts/types";
import { t } from "@/i18n/t";

/** Cash that couriers collected at the door, until they bring it. */
export function CashPage() {
  const list = useListState();
  const query = useList<CashParcel>("admin/cash-parcels", { ...list.query, limit: 100 });
  const [chosen, setChosen] = useState<CashParcel[]>([]);
  const columns = useMemo(cashColumns, []);
  const may = useCan("payouts.run");
  return (
    <>
      <PageHeader
        title={t("Cash on delivery")}
        lead={t("Sellers are paid for these parcels once the cash has arrived at the bank.")}
      />
      <PayoutPlaces />
      <div className="flex flex-col gap-4">
        <DataTable
          label={t("With couriers")}
          columns={columns}
          rowId={({ id }) => id}
          query={query}
          list={list}
          bulk={
            may
              ? (rows) => (
                  <Button size="sm" look="solid" onPress={() => setChosen(rows)}>
                    {t("Cash arrived at the bank")}
                  </Button>
                )
              : undefined
          }
          empty={
            <EmptyState icon={HandCoins} title={t("No cash is with couriers")}>
              {t("Parcels appear here when they are delivered for cash.")}
            </EmptyState>
          }
        />
        <RemittanceList />
      </div>
      {chosen.length > 0 && <RemitDialog parcels={chosen} onClose={() => setChosen([])} />}
    </>
  );
}
