import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Badge, type Tone } from "@kit/ui/badge";
import type { PayoutRow } from "@/api/types";
import { t } from "@/i18n/t";

const TONES: Record<string, Tone> = { scheduled: "warn", in_transit: "info", paid: "good", failed: "bad" };

export const PAYOUT_STATUSES = ["scheduled", "in_transit", "paid", "failed"];

export function payoutStatusText(status: string): string {
  const words: Record<string, string> = {
    scheduled: t("Scheduled"),
    in_transit: t("In transit"),
    paid: t("Paid"),
    failed: t("Failed"),
  };
  return words[status] ?? status;
}

export function payoutColumns(): Column<PayoutRow>[] {
  return [
    {
      id: "seller",
      header: t("Seller"),
      cell: ({ seller, number }) => (
        <RowLink to={`/sellers/${seller.id}`} note={number}>
          {seller.name}
        </RowLink>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      cell: ({ status, failure }) => (
        <span className="block">
          <Badge tone={TONES[status]}>{payoutStatusText(status)}</Badge>
          {failure && <span className="block text-bad text-xs">{failure}</span>}
        </span>
      ),
    },
    {
      id: "scheduled_for",
      header: t("For"),
      from: "sm",
      sortable: true,
      cell: (row) => <Day at={row.scheduled_for} />,
    },
    { id: "paid_at", header: t("Paid"), from: "md", cell: (row) => <Day at={row.paid_at} /> },
    {
      id: "reference",
      header: t("Bank reference"),
      from: "lg",
      cell: ({ reference }) => <code>{reference ?? "–"}</code>,
    },
    {
      id: "amount",
      header: t("Amount"),
      end: true,
      sortable: true,
      cell: ({ amount }) => <Amount value={amount} strong />,
    },
  ];
}
