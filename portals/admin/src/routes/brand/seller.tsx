import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Stat } from "@kit/ui/stat";
import { Timeline } from "@kit/ui/timeline";
import type { Seller } from "@/api/types";
import { SellerActions } from "@/features/sellers/seller-actions";
import { SellerBalance, SellerFacts, SellerRequirements } from "@/features/sellers/seller-facts";
import { SellerStatus } from "@/features/sellers/seller-status";
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
            actions={<SellerActions seller={seller} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <div className="grid grid-cols-2 gap-3">
                <Stat label={t("Products")} value={seller.products} to="/products" search={{ seller: seller.slug }} />
                <Stat label={t("Orders")} value={seller.orders} to="/orders" search={{ q: seller.name }} />
              </div>
              <SellerFacts seller={seller} />
              <SellerRequirements requirements={seller.requirements} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <SellerBalance balance={seller.balance} />
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
