import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { payingText } from "@kit/ui/paying-words";
import type { OrderRow } from "@/api/types";
import { t } from "@/i18n/t";
import { StageBadge } from "./stage-badge";

export function orderColumns(): Column<OrderRow>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      sortable: true,
      cell: ({ number, first_title }) => (
        <RowLink to={`/orders/${number}`} note={first_title}>
          {number}
        </RowLink>
      ),
    },
    { id: "status", header: t("Stage"), cell: ({ status }) => <StageBadge status={status} /> },
    {
      id: "placed_at",
      header: t("Placed"),
      from: "sm",
      sortable: true,
      cell: ({ placed_at }) => <Age at={placed_at} />,
    },
    {
      id: "items",
      header: t("Items"),
      from: "lg",
      end: true,
      cell: ({ items }) => <span className="tnum">{items}</span>,
    },
    {
      id: "how_paid",
      header: t("Payment"),
      from: "md",
      cell: ({ how_paid }) => payingText(how_paid),
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
