import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Stat, StatGrid } from "@kit/ui/stat";
import { Navigate } from "@tanstack/react-router";
import type { Overview } from "@/api/types";
import { useApplication } from "@/features/application/use-application";
import { TodaysOrders } from "@/features/overview/todays-orders";
import { useOverview } from "@/features/overview/use-overview";
import { t } from "@/i18n/t";

export function Home() {
  const query = useOverview();
  const application = useApplication();
  // Whoever has no shop on this brand yet is here to apply.
  if (application.data === null) return <Navigate to="/application" />;
  return <Loaded query={query}>{(overview) => <Today overview={overview} />}</Loaded>;
}

function Today({ overview }: { overview: Overview }) {
  const { to_accept, to_pack, to_ship, low_stock, products_draft, next_payout, balance_held } = overview;
  const waiting = to_accept + to_pack + to_ship;
  return (
    <>
      <PageHeader
        title={t("Today")}
        lead={
          waiting === 0
            ? t("Nothing waits. New orders appear here by themselves.")
            : t("What waits for you, oldest first.")
        }
      />
      <div className="flex flex-col gap-4">
        <StatGrid thirds>
          <Stat
            label={t("To accept")}
            value={to_accept}
            urgent={to_accept > 0}
            to="/orders"
            search={{ status: "placed" }}
          />
          <Stat label={t("To pack")} value={to_pack} to="/orders" search={{ status: "accepted" }} />
          <Stat label={t("To ship")} value={to_ship} to="/orders" search={{ status: "packed" }} />
          <Stat
            label={t("Next payout")}
            value={<Amount value={next_payout?.amount} />}
            note={
              next_payout
                ? t("on {date}", { date: dateText(next_payout.scheduled_for) })
                : t("{amount} on hold", { amount: balance_held.text })
            }
            to="/payouts"
          />
          <Stat
            label={t("Low stock")}
            value={low_stock}
            urgent={low_stock > 0}
            to="/stock"
            search={{ low_stock: "true" }}
          />
          <Stat label={t("Unfinished products")} value={products_draft} to="/products" search={{ status: "draft" }} />
        </StatGrid>
        <TodaysOrders />
      </div>
    </>
  );
}
