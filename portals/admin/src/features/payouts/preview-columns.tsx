import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { t } from "@/i18n/t";
import type { PreviewItem } from "./types";
import { leftOutText, railText } from "./words";

export function previewColumns(): Column<PreviewItem>[] {
  return [
    {
      id: "seller",
      header: t("Seller"),
      cell: ({ seller, left_out }) => (
        <span className="block min-w-0">
          <span className="block font-medium">{seller}</span>
          {left_out && <span className="block text-warn text-xs">{leftOutText(left_out)}</span>}
        </span>
      ),
    },
    {
      id: "ways",
      header: t("How it goes"),
      from: "md",
      cell: ({ ways, left_out }) => (left_out ? "–" : ways.map(railText).join(", ")),
    },
    {
      id: "stands",
      header: t("Could be paid"),
      from: "sm",
      end: true,
      cell: ({ stands }) => <Amount value={stands} />,
    },
    {
      id: "reserve",
      header: t("Kept in reserve"),
      from: "lg",
      end: true,
      cell: ({ reserve }) => <Amount value={reserve} />,
    },
    {
      id: "carried",
      header: t("Left to the next payout"),
      from: "lg",
      end: true,
      cell: ({ carried }) => <Amount value={carried} />,
    },
    {
      id: "amount",
      header: t("Paid now"),
      end: true,
      cell: ({ amount, left_out }) => (left_out ? "–" : <Amount value={amount} strong />),
    },
  ];
}
