import { Deadline } from "@kit/format/deadline";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { t } from "@/i18n/t";
import { ReturnState } from "./return-state";
import type { Returned } from "./types";
import { kindText } from "./words";

export function returnColumns(): Column<Returned>[] {
  return [
    {
      id: "number",
      header: t("Return"),
      cell: ({ number, lines }) => (
        <RowLink to={`/returns/${number}`} note={lines[0]?.title}>
          {number}
        </RowLink>
      ),
    },
    { id: "seller", header: t("Seller"), from: "md", cell: ({ seller }) => seller },
    { id: "kind", header: t("Kind"), from: "sm", cell: ({ kind }) => kindText(kind) },
    { id: "status", header: t("State"), cell: (row) => <ReturnState of={row} /> },
    {
      id: "answer_by",
      header: t("Answer by"),
      from: "md",
      cell: ({ status, answer_by }) => status === "requested" && <Deadline at={answer_by} />,
    },
    {
      id: "refund",
      header: t("Refund"),
      from: "sm",
      end: true,
      cell: ({ refund }) => refund && <Amount value={refund} strong />,
    },
  ];
}
