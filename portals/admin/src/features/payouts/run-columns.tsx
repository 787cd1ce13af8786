import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { t, tn } from "@/i18n/t";
import { StateBadge } from "./state-badge";
import type { RunRow } from "./types";

export function runColumns(): Column<RunRow>[] {
  return [
    {
      id: "number",
      header: t("Run"),
      cell: ({ id, number, payouts }) => (
        <RowLink to={`/payouts/runs/${id}`} note={tn("{count} seller", "{count} sellers", payouts)}>
          {t("Run {number}", { number })}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <StateBadge state={status} /> },
    {
      id: "proposed",
      header: t("Proposed by"),
      from: "md",
      cell: ({ proposed_by }) => proposed_by ?? t("The schedule"),
    },
    { id: "at", header: t("When"), from: "sm", cell: ({ proposed_at }) => <Day at={proposed_at} /> },
    { id: "decided", header: t("Decided by"), from: "lg", cell: ({ decided_by }) => decided_by ?? "–" },
    { id: "total", header: t("Total"), end: true, cell: ({ total }) => <Amount value={total} strong /> },
  ];
}
