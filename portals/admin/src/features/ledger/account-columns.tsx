import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { Account } from "@kit/ui/postings";
import { Link } from "@tanstack/react-router";
import type { LedgerAccount } from "@/api/types";
import { t } from "@/i18n/t";
import { accountKind } from "./account-words";

export function accountColumns(name: (code: string) => string): Column<LedgerAccount>[] {
  return [
    {
      id: "code",
      header: t("Account"),
      cell: ({ code }) => (
        <Link
          to="/ledger/transactions"
          search={{ account: code } as never}
          className="wrap-anywhere font-medium after:absolute after:inset-0"
        >
          <span className="block">{name(code)}</span>
          <span className="block font-normal text-muted text-xs">
            <Account code={code} />
          </span>
        </Link>
      ),
    },
    {
      id: "kind",
      header: t("Kind"),
      from: "sm",
      cell: ({ kind }) => <span className="text-muted">{accountKind(kind)}</span>,
    },
    { id: "balance", header: t("Balance"), end: true, cell: ({ balance }) => <Amount value={balance} strong /> },
  ];
}
