import { Day, dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { TextLink } from "@kit/ui/text-link";
import { t } from "@/i18n/t";
import { kindText } from "./kinds";
import { TakeButton } from "./take-button";
import type { DocumentRow } from "./types";

export function documentColumns(): Column<DocumentRow>[] {
  return [
    {
      id: "number",
      header: t("Document"),
      cell: ({ number, kind, corrects, issued_on }) => (
        <span className="block min-w-0">
          <span className="tnum block font-medium">{number}</span>
          <span className="block text-muted text-xs">
            {corrects ? t("{kind} for {number}", { kind: kindText(kind), number: corrects }) : kindText(kind)}
          </span>
          <span className="block text-muted text-xs sm:hidden">{dateText(issued_on)}</span>
        </span>
      ),
    },
    { id: "issued_on", header: t("Date"), from: "sm", cell: ({ issued_on }) => <Day at={issued_on} /> },
    {
      id: "part",
      header: t("Order"),
      from: "md",
      cell: ({ part }) =>
        part ? <TextLink to={`/orders/${part}`}>{part}</TextLink> : <span className="text-faint">–</span>,
    },
    { id: "tax", header: t("Tax"), end: true, from: "lg", cell: ({ tax }) => <Amount value={tax} /> },
    { id: "total", header: t("Total"), end: true, cell: ({ total }) => <Amount value={total} strong /> },
    { id: "file", header: t("PDF"), end: true, cell: ({ id, number }) => <TakeButton id={id} number={number} /> },
  ];
}
