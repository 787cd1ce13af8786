import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { feeText, feeTitle } from "@kit/ui/fee-words";
import type { CommissionLine } from "@/api/types";
import { t } from "@/i18n/t";

export function lineColumns(): Column<CommissionLine>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      cell: ({ number, title }) => (
        <span className="block min-w-0">
          <span className="whitespace-nowrap font-medium">{number}</span>
          <span className="block truncate text-muted text-xs">{feeTitle(title)}</span>
        </span>
      ),
    },
    { id: "seller", header: t("Seller"), from: "md", cell: ({ seller }) => seller },
    {
      id: "rule",
      header: t("Why"),
      from: "lg",
      cell: ({ explanation }) => <span className="block max-w-72 text-muted text-xs">{feeText(explanation)}</span>,
    },
    { id: "base", header: t("On"), from: "sm", end: true, cell: ({ base }) => <Amount value={base} /> },
    { id: "fee", header: t("Fee"), end: true, cell: ({ fee }) => <Amount value={fee} strong /> },
    { id: "fee_gst", header: t("GST on it"), from: "sm", end: true, cell: ({ fee_gst }) => <Amount value={fee_gst} /> },
    { id: "tcs", header: "TCS", from: "xl", end: true, cell: ({ tcs }) => <Amount value={tcs} /> },
    { id: "tds", header: "TDS", from: "xl", end: true, cell: ({ tds }) => <Amount value={tds} /> },
    { id: "at", header: t("Computed"), from: "xl", cell: ({ at }) => <Age at={at} /> },
  ];
}
