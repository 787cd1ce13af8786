import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";
import { DifferenceState } from "./difference-state";
import { kinds } from "./kinds";

export function differenceColumns(): Column<Difference>[] {
  const words = kinds();
  return [
    {
      id: "kind",
      header: t("Difference"),
      cell: ({ id, kind, reference, subject }) => (
        <RowLink to={`/recon/${id}`} note={reference || subject}>
          {words[kind].name}
        </RowLink>
      ),
    },
    {
      id: "amount",
      header: t("Amount"),
      end: true,
      cell: ({ amount }) => (amount.minor ? <Amount value={amount} strong /> : <span className="text-faint">–</span>),
    },
    {
      id: "owner",
      header: t("Looked after by"),
      from: "md",
      cell: ({ owner }) => owner || <span className="text-faint">{t("Nobody")}</span>,
    },
    {
      id: "state",
      header: t("State"),
      from: "sm",
      cell: ({ state, resolved_by_itself }) => <DifferenceState state={state} byItself={resolved_by_itself} />,
    },
    { id: "found_at", header: t("Found"), end: true, cell: ({ found_at }) => <Age at={found_at} /> },
  ];
}
