import { momentText } from "@kit/format/date";
import { EmptyState } from "@kit/ui/empty-state";
import { Postings } from "@kit/ui/postings";
import { BookOpen } from "lucide-react";
import { bookText } from "@/api/book-text";
import type { LedgerTransaction } from "@/api/types";
import { useAccountText } from "@/api/use-account-text";
import { t } from "@/i18n/t";

export function TransactionList({ transactions }: { transactions: LedgerTransaction[] }) {
  const name = useAccountText();
  if (transactions.length === 0) {
    return (
      <EmptyState icon={BookOpen} title={t("Nothing booked yet")}>
        {t("The first entry is written when money is captured.")}
      </EmptyState>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {transactions.map(({ id, at, code, reference, description, postings }) => (
        <li key={id} className="grid gap-x-6 gap-y-1.5 px-4 py-3 text-sm sm:grid-cols-[13rem_minmax(0,1fr)]">
          <div className="min-w-0">
            <p className="wrap-anywhere font-medium">{bookText({ code, description })}</p>
            <p className="text-faint text-xs">{[momentText(at), code, reference].filter(Boolean).join(" · ")}</p>
          </div>
          <Postings postings={postings} name={name} />
        </li>
      ))}
    </ul>
  );
}
