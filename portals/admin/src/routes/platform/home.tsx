import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Stat, StatGrid } from "@kit/ui/stat";
import { usePlatformOverview } from "@/features/overview/use-overview";
import { EntityQueue } from "@/features/verification/entity-queue";
import { t } from "@/i18n/t";

export function Home() {
  return (
    <Loaded query={usePlatformOverview()}>
      {({ brands_active, brands_suspended, entities_waiting, spare_schemas }) => (
        <>
          <PageHeader title={t("Platform")} lead={t("The brands, and the businesses that want to sell on them.")} />
          <div className="flex flex-col gap-4">
            <StatGrid>
              <Stat
                label={t("To verify")}
                value={entities_waiting}
                urgent={entities_waiting > 0}
                to="/verification"
                search={{ status: "in_review" }}
              />
              <Stat label={t("Active brands")} value={brands_active} to="/brands" />
              <Stat
                label={t("Suspended brands")}
                value={brands_suspended}
                to="/brands"
                search={{ status: "suspended" }}
              />
              <Stat label={t("Spare places")} value={spare_schemas} note={t("brands that can start within a second")} />
            </StatGrid>
            <EntityQueue />
          </div>
        </>
      )}
    </Loaded>
  );
}
