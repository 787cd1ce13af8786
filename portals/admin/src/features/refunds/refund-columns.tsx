import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { t } from "@/i18n/t";
import { Payee } from "./payee";
import { RefundAct } from "./refund-act";
import type { BankRefund } from "./types";

export function refundColumns(): Column<BankRefund>[] {
  return [
    {
      id: "reference_number",
      header: t("Refund"),
      cell: ({ reference_number, failure, reason }) => (
        <span className="wrap-anywhere">
          {reference_number}
          <span className="block text-muted text-xs">{failure || reason}</span>
        </span>
      ),
    },
    { id: "payee", header: t("Goes to"), cell: ({ payee }) => <Payee of={payee} /> },
    { id: "created_at", header: t("Waits"), from: "md", cell: ({ created_at }) => <Age at={created_at} /> },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong /> },
    { id: "act", header: t("Paid"), end: true, cell: (row) => <RefundAct of={row} /> },
  ];
}
