import { useList } from "@kit/table/use-list";
import { Section } from "@kit/ui/section";
import type { LedgerTransaction } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { TransactionList } from "./transaction-list";

/** What the books say about one order and its parts. */
export function OrderLedger({ number }: { number: string }) {
  const { data } = useList<LedgerTransaction>("admin/ledger/transactions", { reference: number, limit: 100 });
  if (!data) return null;
  return (
    <Section title={t("Ledger")} aside={tn("{count} transaction", "{count} transactions", data.total)} flush>
      <TransactionList transactions={data.rows} />
    </Section>
  );
}
