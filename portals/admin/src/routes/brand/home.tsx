import { Amount } from "@kit/format/money";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Stat, StatGrid } from "@kit/ui/stat";
import { useOverview } from "@/features/overview/use-overview";
import { WorkQueue } from "@/features/overview/work-queue";
import { t } from "@/i18n/t";

export function Home() {
  return (
    <Loaded query={useOverview()}>
      {({ orders_today, sales_today, queue, ledger_balanced, payouts_due }) => (
        <>
          <PageHeader title={t("Today")} lead={t("What needs a person, and how the day goes.")} />
          <div className="flex flex-col gap-4">
            <StatGrid>
              <Stat label={t("Orders today")} value={orders_today} to="/orders" />
              <Stat label={t("Sales today")} value={<Amount value={sales_today} />} />
              <Stat label={t("Owed to sellers now")} value={<Amount value={payouts_due} />} to="/payouts" />
              <Stat
                label={t("Books")}
                value={ledger_balanced ? t("Balanced") : t("Out of balance")}
                note={ledger_balanced ? t("every posting has two sides") : t("see the differences")}
                urgent={!ledger_balanced}
                to="/ledger"
              />
            </StatGrid>
            <WorkQueue queue={queue} />
          </div>
        </>
      )}
    </Loaded>
  );
}
