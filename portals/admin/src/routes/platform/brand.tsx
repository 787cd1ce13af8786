import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText } from "@kit/format/date";
import { stateName } from "@kit/format/indian-states";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { ViewAsButton } from "@kit/view-as/view-as-button";
import type { Brand } from "@/api/platform-types";
import { BrandActions } from "@/features/brands/brand-actions";
import { BrandStatus } from "@/features/brands/brand-status";
import { t } from "@/i18n/t";

export function BrandPage() {
  const query = useResource<Brand>(`platform/brands/${useParam("slug")}`);
  return (
    <Loaded query={query}>
      {(brand) => (
        <>
          <PageHeader
            title={brand.name}
            badge={<BrandStatus status={brand.status} />}
            back={{ to: "/brands", label: t("Brands") }}
            actions={
              <>
                <ViewAsButton name={brand.name} path={`platform/brands/${brand.slug}/viewings`} />
                <BrandActions brand={brand} />
              </>
            }
          />
          <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
            <Section title={t("Addresses")}>
              <KeyValues
                rows={[
                  [t("Shop"), <Outside key="shop" url={brand.url} />],
                  [t("For sellers"), <Outside key="seller" url={brand.seller_url} />],
                  [t("For its staff"), <Outside key="admin" url={brand.admin_url} />],
                ]}
              />
            </Section>
            <Section title={t("Facts")}>
              <KeyValues
                rows={[
                  [t("Legal name"), brand.legal_name],
                  [t("GSTIN"), brand.gstin],
                  [t("Home state for tax"), stateName(brand.home_state)],
                  [t("Letters of order numbers"), brand.order_prefix],
                  [t("Letters of invoices"), brand.document_code],
                  [t("E-mail for customers"), brand.contact.email],
                  [t("Phone for customers"), brand.contact.phone],
                  [t("Since"), brand.created_at && dateText(brand.created_at)],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Outside({ url }: { url: string }) {
  return (
    <a href={url} className="text-accent hover:underline">
      {url.replace(/^https?:\/\/|\/$/g, "")}
    </a>
  );
}
