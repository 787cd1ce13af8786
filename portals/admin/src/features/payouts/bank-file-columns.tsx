import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Badge } from "@kit/ui/badge";
import { t, tn } from "@/i18n/t";
import type { BankFileRow } from "./types";

export function bankFileColumns(): Column<BankFileRow>[] {
  return [
    {
      id: "number",
      header: t("Bank file"),
      cell: ({ id, number, lines_count }) => (
        <RowLink to={`/payouts/bank/${id}`} note={tn("{count} line", "{count} lines", lines_count)}>
          {t("Bank file {number}", { number })}
        </RowLink>
      ),
    },
    {
      id: "open",
      header: t("Answer"),
      cell: ({ open_count, failed_count }) =>
        open_count > 0 ? (
          <Badge tone="warn">{tn("{count} line open", "{count} lines open", open_count)}</Badge>
        ) : (
          <Badge tone={failed_count ? "bad" : "good"}>
            {failed_count ? tn("{count} failed", "{count} failed", failed_count) : t("All paid")}
          </Badge>
        ),
    },
    { id: "made", header: t("Made"), from: "sm", cell: ({ made_at }) => <Day at={made_at} /> },
    { id: "by", header: t("Made by"), from: "lg", cell: ({ made_by }) => made_by ?? "–" },
    { id: "total", header: t("Total"), end: true, cell: ({ total }) => <Amount value={total} strong /> },
  ];
}
