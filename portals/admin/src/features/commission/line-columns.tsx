import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { feeText, feeTitle } from "@kit/ui/fee-words";
import type { CommissionLine } from "@/api/types";
import { t } from "@/i18n/t";

/** Why a fee is what it is has its own column where there is room, and stands below its order where there is none. */
export function lineColumns(): Column<CommissionLine>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      cell: ({ number, title, explanation }) => (
        <span className="block min-w-0">
          <span className="whitespace-nowrap font-medium">{number}</span>
          <span className="wrap-anywhere block text-muted text-xs">{feeTitle(title)}</span>
          <span className="wrap-anywhere mt-1 block text-muted text-xs lg:hidden">
            <span className="sr-only">{t("Why")}: </span>
            {feeText(explanation)}
          </span>
        </span>
      ),
    },
    { id: "seller", header: t("Seller"), from: "md", cell: ({ seller }) => seller },
    {
      id: "rule",
      header: t("Why"),
      from: "lg",
      cell: ({ explanation }) => (
        <span className="wrap-anywhere block max-w-72 text-muted text-xs">{feeText(explanation)}</span>
      ),
    },
    { id: "base", header: t("On"), from: "sm", end: true, cell: ({ base }) => <Amount value={base} /> },
    { id: "fee", header: t("Fee"), end: true, cell: ({ fee }) => <Amount value={fee} strong /> },
    { id: "fee_gst", header: t("GST on it"), from: "sm", end: true, cell: ({ fee_gst }) => <Amount value={fee_gst} /> },
    { id: "tcs", header: "TCS", from: "xl", end: true, cell: ({ tcs }) => <Amount value={tcs} /> },
    { id: "tds", header: "TDS", from: "xl", end: true, cell: ({ tds }) => <Amount value={tds} /> },
    { id: "at", header: t("Computed"), from: "xl", cell: ({ at }) => <Age at={at} /> },
  ];
}
