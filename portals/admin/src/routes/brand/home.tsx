import { useCan } from "@kit/auth/use-can";
import { PageHeader } from "@kit/ui/page-header";
import { LatestOrders } from "@/features/overview/latest-orders";
import { WorkQueue } from "@/features/overview/work-queue";
import { t } from "@/i18n/t";

export function Home() {
  const mayOrders = useCan("orders.read");
  return (
    <>
      <PageHeader title={t("Today")} lead={t("What needs a person, and what came in.")} />
      <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
        <WorkQueue />
        {mayOrders && <LatestOrders />}
      </div>
    </>
  );
}
