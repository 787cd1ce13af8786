import { useResource } from "@kit/app/use-resource";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { BookOpen } from "lucide-react";
import { useMemo } from "react";
import type { BookStanding, LedgerAccount, LedgerProof } from "@/api/types";
import { useAccountText } from "@/api/use-account-text";
import { accountColumns } from "@/features/ledger/account-columns";
import { ProofCard } from "@/features/ledger/proof-card";
import { StandingCard } from "@/features/ledger/standing-card";
import { t } from "@/i18n/t";

export function Ledger() {
  const list = useListState();
  const proof = useResource<LedgerProof>("admin/ledger/proof");
  const standing = useResource<BookStanding>("admin/ledger/standing");
  const accounts = useList<LedgerAccount>("admin/ledger/accounts", list.query);
  const name = useAccountText();
  const columns = useMemo(() => accountColumns(name), [name]);
  return (
    <>
      <PageHeader
        title={t("Ledger")}
        lead={t("Double entry, written once, never changed. Mistakes are reversed, not edited.")}
        actions={<LinkButton to="/ledger/transactions">{t("Transactions")}</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <Loaded query={proof} cards={1} below>
          {(found) => <ProofCard proof={found} />}
        </Loaded>
        <Loaded query={standing} cards={1} below>
          {(found) => <StandingCard standing={found} />}
        </Loaded>
        <DataTable
          label={t("Accounts")}
          columns={columns}
          rowId={({ code }) => code}
          query={accounts}
          list={list}
          empty={
            <EmptyState icon={BookOpen} title={t("Nothing booked yet")}>
              {t("The first entry is written when money is captured.")}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
