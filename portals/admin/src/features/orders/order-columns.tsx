import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { payingText } from "@kit/ui/paying-words";
import type { OrderRow } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus, orderStatusText } from "./order-status";

export function orderColumns(): Column<OrderRow>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      cell: ({ number, customer }) => (
        <RowLink to={`/orders/${number}`} note={customer}>
          {number}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <OrderStatus status={status} /> },
    {
      id: "parts",
      header: t("Parts"),
      from: "md",
      cell: ({ parts }) => (
        <span className="text-muted text-xs">
          {parts.map(({ number, seller, status }) => (
            <span key={number} className="block">
              {seller}: {orderStatusText(status)}
            </span>
          ))}
        </span>
      ),
    },
    {
      id: "how_paid",
      header: t("Payment"),
      from: "lg",
      cell: ({ how_paid }) => payingText(how_paid),
    },
    {
      id: "placed_at",
      header: t("Placed on"),
      from: "sm",
      cell: ({ placed_at, created_at }) => <Age at={placed_at ?? created_at} />,
    },
    { id: "total", header: t("Total"), end: true, cell: ({ total }) => <Amount value={total} strong /> },
  ];
}
