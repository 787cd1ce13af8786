import { useCan } from "@kit/auth/use-can";
import { PageHeader } from "@kit/ui/page-header";
import { PageSkeleton } from "@kit/ui/skeleton";
import { Stat, StatGrid } from "@kit/ui/stat";
import { Navigate } from "@tanstack/react-router";
import { useApplication } from "@/features/application/use-application";
import { PayoutStat } from "@/features/today/payout-stat";
import { StockAlerts } from "@/features/today/stock-alerts";
import { TodaysOrders } from "@/features/today/todays-orders";
import { useDrafts, useLowStock, useOrderCounts } from "@/features/today/use-work";
import { t } from "@/i18n/t";

export function Home() {
  const { data: application, isPending } = useApplication();
  if (isPending) return <PageSkeleton />;
  // Whoever has no shop on this brand yet is here to apply.
  return application === null ? <Navigate to="/application" /> : <Today />;
}

const UNKNOWN = "–";

function Today() {
  const counts = useOrderCounts();
  const low = useLowStock();
  const drafts = useDrafts();
  const mayOrders = useCan("orders.read");
  const mayPayouts = useCan("payouts.read");
  const stage = (status: string) => (counts ? (counts[status] ?? 0) : UNKNOWN);
  const waiting = ["placed", "accepted", "packed"].some((status) => counts?.[status]);
  return (
    <>
      <PageHeader
        title={t("Today")}
        lead={
          waiting ? t("What waits for you, oldest first.") : t("Nothing waits. New orders appear here by themselves.")
        }
      />
      <div className="flex flex-col gap-4">
        <StatGrid thirds>
          {mayOrders && (
            <>
              <Stat
                label={t("To accept")}
                value={stage("placed")}
                urgent={!!counts?.placed}
                to="/orders"
                search={{ status: "placed" }}
              />
              <Stat label={t("To pack")} value={stage("accepted")} to="/orders" search={{ status: "accepted" }} />
              <Stat label={t("To ship")} value={stage("packed")} to="/orders" search={{ status: "packed" }} />
            </>
          )}
          {mayPayouts && <PayoutStat />}
          <Stat label={t("Low stock")} value={low ?? UNKNOWN} urgent={!!low} to="/stock" search={{ stock: "low" }} />
          <Stat
            label={t("Unfinished products")}
            value={drafts ?? UNKNOWN}
            to="/products"
            search={{ status: "draft" }}
          />
        </StatGrid>
        {mayOrders && <TodaysOrders />}
        <StockAlerts />
      </div>
    </>
  );
}
