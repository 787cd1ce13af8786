import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { t } from "@/i18n/t";
import { DecideAdjustment } from "./decide-adjustment";
import { StateBadge } from "./state-badge";
import type { AdjustmentRow } from "./types";

export function adjustmentColumns(): Column<AdjustmentRow>[] {
  return [
    {
      id: "seller",
      header: t("Seller"),
      cell: ({ seller, reason, decision_reason }) => (
        <span className="block min-w-0">
          <span className="block font-medium">{seller}</span>
          <span className="wrap-anywhere block text-muted text-xs">{reason}</span>
          {decision_reason && <span className="wrap-anywhere block text-bad text-xs">{decision_reason}</span>}
        </span>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-1">
          <StateBadge state={row.status} />
          {row.status === "proposed" && <DecideAdjustment row={row} />}
        </span>
      ),
    },
    { id: "by", header: t("Proposed by"), from: "md", cell: ({ proposed_by }) => proposed_by ?? "–" },
    { id: "decided", header: t("Decided by"), from: "lg", cell: ({ decided_by }) => decided_by ?? "–" },
    { id: "at", header: t("When"), from: "sm", cell: ({ proposed_at }) => <Day at={proposed_at} /> },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong signed /> },
  ];
}
