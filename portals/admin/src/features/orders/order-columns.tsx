import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { OrderRow } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus } from "./order-status";

export function orderColumns(): Column<OrderRow>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      sortable: true,
      cell: ({ number, customer_name }) => (
        <RowLink to={`/orders/${number}`} note={customer_name}>
          {number}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <OrderStatus status={status} /> },
    {
      id: "payment_status",
      header: t("Payment"),
      from: "md",
      cell: ({ payment_status }) => <OrderStatus status={payment_status} />,
    },
    {
      id: "sellers",
      header: t("Sellers"),
      from: "lg",
      end: true,
      cell: ({ sellers }) => <span className="tnum">{sellers}</span>,
    },
    {
      id: "placed_at",
      header: t("Placed"),
      from: "sm",
      sortable: true,
      cell: ({ placed_at }) => <Age at={placed_at} />,
    },
    {
      id: "total",
      header: t("Total"),
      end: true,
      sortable: true,
      cell: ({ total }) => <Amount value={total} strong />,
    },
  ];
}
