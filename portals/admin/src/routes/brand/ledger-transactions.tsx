import { Pager } from "@kit/table/pager";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { LedgerTransaction } from "@/api/types";
import { TransactionList } from "@/features/ledger/transaction-list";
import { t } from "@/i18n/t";

export function LedgerTransactions() {
  const list = useListState();
  const query = useList<LedgerTransaction>("admin/ledger/transactions", list.query);
  const { account } = list.search;
  return (
    <>
      <PageHeader
        title={t("Transactions")}
        lead={
          account ? t("Only those that touch {account}.", { account }) : t("Newest first, each with both of its sides.")
        }
        back={{ to: "/ledger", label: t("Ledger") }}
      />
      <Loaded query={query} below>
        {({ rows, total }) => (
          <Section
            title={t("Transactions")}
            aside={<SearchBox list={list} name="reference" label={t("Order or payment number")} />}
            flush
          >
            <TransactionList transactions={rows} />
            <Pager page={list.page} total={total} onPage={(to) => list.set({ page: String(to) })} />
          </Section>
        )}
      </Loaded>
    </>
  );
}
