import { Day, dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { PayoutRow } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { StateBadge } from "./state-badge";

export function payoutColumns(): Column<PayoutRow>[] {
  return [
    {
      id: "seller",
      header: t("Seller"),
      cell: ({ id, seller, number, parts }) => (
        <RowLink to={`/payouts/${id}`} note={`${number} · ${tn("{count} order", "{count} orders", parts)}`}>
          {seller}
        </RowLink>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      cell: ({ status, seller_payable, frozen_until, frozen_reason, held_reason }) => (
        <span className="block">
          <StateBadge state={status} />
          {held_reason && (
            <span className="block text-warn text-xs">{t("Held: {reason}", { reason: held_reason })}</span>
          )}
          {frozen_until && (
            <span className="block text-warn text-xs">
              {t("On hold until {date}: {reason}", { date: dateText(frozen_until), reason: frozen_reason })}
            </span>
          )}
          {!seller_payable && status === "scheduled" && (
            <span className="block text-bad text-xs">{t("Seller cannot be paid now")}</span>
          )}
        </span>
      ),
    },
    { id: "due_at", header: t("Due"), from: "sm", cell: ({ due_at }) => <Day at={due_at} /> },
    { id: "started_at", header: t("Sent"), from: "lg", cell: ({ started_at }) => <Day at={started_at} /> },
    { id: "paid_at", header: t("Paid"), from: "md", cell: ({ paid_at }) => <Day at={paid_at} /> },
    {
      id: "amount",
      header: t("Amount"),
      end: true,
      cell: ({ amount, carried }) => (
        <span className="block">
          <Amount value={amount} strong />
          {carried.minor !== 0 && (
            <span className="block text-muted text-xs">{t("{amount} left to the next", { amount: carried.text })}</span>
          )}
        </span>
      ),
    },
  ];
}
