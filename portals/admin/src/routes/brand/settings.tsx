import { PageHeader } from "@kit/ui/page-header";
import { DomainsSection } from "@/features/settings/domains-section";
import { FrontendsSection } from "@/features/settings/frontends-section";
import { PaymentSection } from "@/features/settings/payment-section";
import { ReviewsSection } from "@/features/settings/reviews-section";
import { ShippingSection } from "@/features/settings/shipping/shipping-section";
import { t } from "@/i18n/t";

export function Settings() {
  return (
    <>
      <PageHeader title={t("Settings")} lead={t("Changes here ask you to confirm that it is you.")} />
      <div className="flex max-w-3xl flex-col gap-4">
        <DomainsSection />
        <PaymentSection />
        <ShippingSection />
        <FrontendsSection />
        <ReviewsSection />
      </div>
    </>
  );
}
