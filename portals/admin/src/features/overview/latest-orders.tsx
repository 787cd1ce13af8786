import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { useList } from "@kit/table/use-list";
import { Badge } from "@kit/ui/badge";
import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { Package } from "lucide-react";
import type { OrderRow } from "@/api/types";
import { t, tn } from "@/i18n/t";

const REFRESH_MS = 30_000;

/** What came in last, with how many sellers each order is split among. */
export function LatestOrders() {
  const { data } = useList<OrderRow>("admin/orders", { status: "placed", limit: 8 }, { refetchInterval: REFRESH_MS });
  if (!data) return null;
  return (
    <Section title={t("Latest orders")} aside={tn("{count} order", "{count} orders", data.total)} flush>
      {data.rows.length === 0 && (
        <EmptyState icon={Package} title={t("No orders here")}>
          {t("Orders appear as soon as a customer pays or chooses cash on delivery.")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {data.rows.map(({ number, customer, parts, total, placed_at, created_at }) => (
          <li key={number} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-0">
              <TextLink to={`/orders/${number}`}>{number}</TextLink>
              <span className="block truncate text-muted text-xs">{customer}</span>
            </span>
            <span className="flex items-center gap-4 text-right">
              {parts.length > 1 && <Badge>{tn("{count} seller", "{count} sellers", parts.length)}</Badge>}
              <span>
                <Amount value={total} />
                <span className="block text-faint text-xs">
                  <Age at={placed_at ?? created_at} />
                </span>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
