import { Deadline } from "@kit/format/deadline";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { DisputeRow } from "@/api/types";
import { t } from "@/i18n/t";
import { DisputeState } from "./dispute-state";

export function disputeColumns(): Column<DisputeRow>[] {
  return [
    {
      id: "number",
      header: t("Order"),
      cell: ({ id, number, reason }) => (
        <RowLink to={`/disputes/${id}`} note={reason}>
          {number}
        </RowLink>
      ),
    },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong /> },
    { id: "state", header: t("State"), from: "sm", cell: ({ state }) => <DisputeState state={state} /> },
    {
      id: "respond_by",
      header: t("Answer by"),
      end: true,
      cell: ({ state, respond_by }) => <Deadline at={respond_by} over={state !== "evidence_due" && state !== "open"} />,
    },
  ];
}
