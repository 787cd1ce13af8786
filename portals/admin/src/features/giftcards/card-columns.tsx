import { Day, dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { GiftCardRow } from "@/api/types";
import { t } from "@/i18n/t";
import { CardStatus } from "./card-status";

export function cardColumns(): Column<GiftCardRow>[] {
  return [
    {
      id: "card",
      header: t("Gift card"),
      cell: ({ id, last4, funding }) => (
        <RowLink to={`/gift-cards/${id}`} note={funding === "bank" ? t("Sold") : t("Gift of the brand")}>
          •••• {last4}
        </RowLink>
      ),
    },
    { id: "status", header: t("State"), cell: ({ status }) => <CardStatus status={status} /> },
    { id: "balance", header: t("Left"), cell: ({ balance }) => <Amount value={balance} strong /> },
    { id: "amount", header: t("Issued with"), from: "sm", cell: ({ amount }) => <Amount value={amount} /> },
    { id: "issued_at", header: t("Issued"), from: "md", cell: ({ issued_at }) => <Day at={issued_at} /> },
    { id: "last_day", header: t("Last day"), from: "md", cell: ({ last_day }) => dateText(last_day) },
  ];
}
