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
      cell: (row) => (
        <span className="block min-w-0">
          <span className="block font-medium">{row.seller}</span>
          {row.write_off && <span className="block text-warn text-xs">{t("Debt written off")}</span>}
          <span className="wrap-anywhere block text-muted text-xs">{row.reason}</span>
          {row.decision_reason && <span className="wrap-anywhere block text-bad text-xs">{row.decision_reason}</span>}
          <span className="mt-1 block sm:hidden">
            <Standing row={row} />
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      from: "sm",
      cell: (row) => <Standing row={row} />,
    },
    { id: "by", header: t("Proposed by"), from: "md", cell: ({ proposed_by }) => proposed_by ?? "–" },
    { id: "decided", header: t("Decided by"), from: "lg", cell: ({ decided_by }) => decided_by ?? "–" },
    { id: "at", header: t("When"), from: "sm", cell: ({ proposed_at }) => <Day at={proposed_at} /> },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong signed /> },
  ];
}

/** On a phone it stands below the reason, so that the sentence has the width. */
function Standing({ row }: { row: AdjustmentRow }) {
  return (
    <span className="flex flex-col items-start gap-1">
      <StateBadge state={row.status} />
      {row.status === "proposed" && <DecideAdjustment row={row} />}
    </span>
  );
}
