import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { t } from "@/i18n/t";
import type { CashParcel } from "./types";

export function cashColumns(): Column<CashParcel>[] {
  return [
    {
      id: "number",
      header: t("Parcel"),
      cell: ({ number, seller }) => (
        <span className="block min-w-0">
          <span className="block font-medium">{number}</span>
          <span className="block text-muted text-xs">{seller}</span>
        </span>
      ),
    },
    { id: "delivered", header: t("Delivered"), from: "sm", cell: ({ delivered_at }) => <Day at={delivered_at} /> },
    {
      id: "collected",
      header: t("Collected"),
      end: true,
      cell: ({ collected }) => <Amount value={collected} strong />,
    },
  ];
}
