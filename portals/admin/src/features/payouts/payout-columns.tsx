import { Day, dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { Badge, type Tone } from "@kit/ui/badge";
import type { PayoutRow } from "@/api/types";
import { t, tn } from "@/i18n/t";

const TONES: Record<string, Tone> = { scheduled: "warn", in_transit: "info", paid: "good" };

function statusText(status: string): string {
  const words: Record<string, string> = { scheduled: t("Scheduled"), in_transit: t("In transit"), paid: t("Paid") };
  return words[status] ?? status;
}

export function payoutColumns(): Column<PayoutRow>[] {
  return [
    {
      id: "seller",
      header: t("Seller"),
      cell: ({ seller, number, parts }) => (
        <span className="block min-w-0">
          <span className="font-medium">{seller}</span>
          <span className="block truncate text-muted text-xs">
            {number} · {tn("{count} order", "{count} orders", parts)}
          </span>
        </span>
      ),
    },
    {
      id: "status",
      header: t("Status"),
      cell: ({ status, seller_payable, frozen_until, frozen_reason }) => (
        <span className="block">
          <Badge tone={TONES[status]}>{statusText(status)}</Badge>
          {frozen_until && (
            <span className="block text-warn text-xs">
              {t("On hold until {date}: {reason}", { date: dateText(frozen_until), reason: frozen_reason })}
            </span>
          )}
          {!seller_payable && status !== "paid" && (
            <span className="block text-bad text-xs">{t("Seller cannot be paid now")}</span>
          )}
        </span>
      ),
    },
    { id: "due_at", header: t("Due"), from: "sm", cell: ({ due_at }) => <Day at={due_at} /> },
    { id: "started_at", header: t("Sent"), from: "lg", cell: ({ started_at }) => <Day at={started_at} /> },
    { id: "paid_at", header: t("Paid"), from: "md", cell: ({ paid_at }) => <Day at={paid_at} /> },
    { id: "amount", header: t("Amount"), end: true, cell: ({ amount }) => <Amount value={amount} strong /> },
  ];
}
