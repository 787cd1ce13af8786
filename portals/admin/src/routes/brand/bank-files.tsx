import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Landmark } from "lucide-react";
import { useMemo } from "react";
import { bankFileColumns } from "@/features/payouts/bank-file-columns";
import { LegalNote } from "@/features/payouts/legal-note";
import { MakeBankFile } from "@/features/payouts/make-bank-file";
import { PayoutPlaces } from "@/features/payouts/payout-places";
import type { BankFileRow } from "@/features/payouts/types";
import { t } from "@/i18n/t";

export function BankFiles() {
  const list = useListState();
  const query = useList<BankFileRow>("admin/bank-files", list.query);
  const columns = useMemo(bankFileColumns, []);
  return (
    <>
      <PageHeader
        title={t("Bank files")}
        lead={t("Payments that the bank makes: one file, taken by somebody whom the log names, answered line by line.")}
        actions={<MakeBankFile />}
      />
      <PayoutPlaces />
      <div className="mb-4">
        <LegalNote />
      </div>
      <DataTable
        label={t("Bank files")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Landmark} title={t("No bank file yet")}>
            {t("When a plan pays by bank file, a run puts payments here, and you make a file of them.")}
          </EmptyState>
        }
      />
    </>
  );
}
