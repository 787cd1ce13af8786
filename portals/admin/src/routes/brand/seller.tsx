import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Timeline } from "@kit/ui/timeline";
import { ViewAsButton } from "@kit/view-as/view-as-button";
import type { Seller } from "@/api/types";
import { TrustCard } from "@/features/moderation/trust-card";
import { OwnSeller } from "@/features/sellers/own-seller";
import { SellerActions } from "@/features/sellers/seller-actions";
import { SellerFacts, SellerRequirements } from "@/features/sellers/seller-facts";
import { SellerStatus } from "@/features/sellers/seller-status";
import { SellerTier } from "@/features/sellers/seller-tier";
import { t } from "@/i18n/t";

export function SellerPage() {
  const query = useResource<Seller>(`admin/sellers/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {(seller) => (
        <>
          <PageHeader
            title={seller.name}
            badge={<SellerStatus status={seller.status} />}
            back={{ to: "/sellers", label: t("Sellers") }}
            actions={
              <>
                <ViewAsButton name={seller.name} path={`admin/sellers/${seller.id}/viewings`} />
                <SellerActions seller={seller} />
              </>
            }
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              {seller.decision_reason && <Notice title={t("Last decision")}>{seller.decision_reason}</Notice>}
              <SellerFacts seller={seller} />
              <SellerRequirements requirements={seller.requirements} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <TrustCard sellerId={seller.id} />
              <SellerTier seller={seller} />
              <OwnSeller seller={seller} />
              <Section title={t("What happened")}>
                <Timeline items={seller.timeline} />
              </Section>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
