import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { useList } from "@kit/table/use-list";
import { EmptyState } from "@kit/ui/empty-state";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { PackageCheck } from "lucide-react";
import type { OrderRow } from "@/api/types";
import { t, tn } from "@/i18n/t";

const REFRESH_MS = 30_000;
const OLDEST_FIRST = { status: "placed", sort: "placed_at", order: "asc", limit: 8 };

/** Orders nobody has answered yet, the longest waiting on top. */
export function TodaysOrders() {
  const { data } = useList<OrderRow>("seller/orders", OLDEST_FIRST, { refetchInterval: REFRESH_MS });
  if (!data) return null;
  return (
    <Section title={t("Waiting for your answer")} flush>
      {data.rows.length === 0 && (
        <EmptyState icon={PackageCheck} title={t("All answered")}>
          {t("New orders appear here by themselves. Answer them soon: customers are waiting.")}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {data.rows.map((order) => (
          <li key={order.number} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-0">
              <TextLink to={`/orders/${order.number}`}>{order.number}</TextLink>
              <span className="block truncate text-muted text-xs">
                {tn("{count} item", "{count} items", order.items)} · {order.first_title}
              </span>
            </span>
            <span className="text-right">
              <Amount value={order.total} />
              <span className="block text-faint text-xs">
                <Age at={order.placed_at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
