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
      cell: ({ id, number, orders }) => (
        <RowLink to={`/payouts/${id}`} note={tn("{count} order", "{count} orders", orders)}>
          {number}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <PayoutStatus status={status} /> },
    { id: "scheduled_for", header: t("For"), from: "sm", cell: (row) => <Day at={row.scheduled_for} /> },
    { id: "paid_at", header: t("Paid"), from: "md", cell: (row) => <Day at={row.paid_at} /> },
    {
      id: "reference",
      header: t("Bank reference"),
      from: "lg",
      cell: ({ reference }) => <code>{reference ?? "–"}</code>,
    },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong /> },
  ];
}
