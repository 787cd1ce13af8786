import { useCan } from "@kit/auth/use-can";
import { Age } from "@kit/format/date";
import { useList } from "@kit/table/use-list";
import { Badge } from "@kit/ui/badge";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import type { InventoryAlertOut } from "@/api/seller/types.gen";
import { t } from "@/i18n/t";

const REFRESH_MS = 60_000;

/** What runs out, and what came back in the last day; nothing to see when all is well. */
export function StockAlerts() {
  const enabled = useCan("stock.edit");
  const { data } = useList<InventoryAlertOut>(
    "seller/stock-alerts",
    { limit: 8 },
    { refetchInterval: REFRESH_MS, enabled },
  );
  if (!data || data.rows.length === 0) return null;
  return (
    <Section
      title={t("Stock to look at")}
      flush
      aside={
        <TextLink to="/stock" search={{ stock: "low" }}>
          {t("All of it")}
        </TextLink>
      }
    >
      <ul className="divide-y divide-line">
        {data.rows.map((alert) => (
          <li key={alert.id} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <span className="min-w-0">
              <TextLink to={`/products/${alert.product_id}`}>{alert.title}</TextLink>
              <span className="block truncate text-muted text-xs">
                {[alert.options, alert.sku].filter(Boolean).join(" · ")}
              </span>
            </span>
            <span className="shrink-0 text-right">
              <State alert={alert} />
              <span className="block text-faint text-xs">
                <Age at={alert.at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function State({ alert }: { alert: InventoryAlertOut }) {
  if (alert.state === "out") return <Badge tone="bad">{t("Sold out")}</Badge>;
  if (alert.state === "back") return <Badge tone="good">{t("Enough again")}</Badge>;
  return <Badge tone="warn">{t("{count} left", { count: alert.left })}</Badge>;
}
