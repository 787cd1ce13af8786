import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { PayoutRow } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { PayoutStatus } from "./payout-status";

export function payoutColumns(): Column<PayoutRow>[] {
  return [
    {
      id: "number",
      header: t("Payout"),
      cell: ({ id, number, parts }) => (
        <RowLink to={`/payouts/${id}`} note={tn("{count} order", "{count} orders", parts)}>
          {number}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <PayoutStatus status={status} /> },
    { id: "due_at", header: t("Due"), from: "sm", cell: ({ due_at }) => <Day at={due_at} /> },
    { id: "paid_at", header: t("Paid"), from: "md", cell: ({ paid_at }) => <Day at={paid_at} /> },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong /> },
  ];
}
