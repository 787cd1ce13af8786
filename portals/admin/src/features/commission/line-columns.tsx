import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { CommissionLine } from "@/api/types";
import { t } from "@/i18n/t";

export function lineColumns(): Column<CommissionLine>[] {
  return [
    {
      id: "order",
      header: t("Order"),
      cell: ({ order_number, title }) => (
        <RowLink to={`/orders/${order_number}`} note={title}>
          {order_number}
        </RowLink>
      ),
    },
    { id: "seller", header: t("Seller"), from: "md", cell: ({ seller }) => seller.name },
    {
      id: "rule",
      header: t("Rule"),
      from: "lg",
      cell: ({ rule_name, rule_version, explanation }) => (
        <span className="block max-w-64">
          {rule_name} <span className="text-faint text-xs">v{rule_version}</span>
          <span className="block text-muted text-xs">{explanation}</span>
        </span>
      ),
    },
    { id: "base", header: t("On"), from: "sm", end: true, cell: ({ base }) => <Amount value={base} /> },
    { id: "fee", header: t("Fee"), end: true, cell: ({ fee }) => <Amount value={fee} strong /> },
    { id: "gst", header: t("GST on it"), from: "sm", end: true, cell: ({ gst }) => <Amount value={gst} /> },
    { id: "tcs", header: "TCS", from: "xl", end: true, cell: ({ tcs }) => <Amount value={tcs} /> },
    { id: "tds", header: "TDS", from: "xl", end: true, cell: ({ tds }) => <Amount value={tds} /> },
    { id: "computed_at", header: t("Computed"), from: "xl", cell: (row) => <Age at={row.computed_at} /> },
  ];
}
