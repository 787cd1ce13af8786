import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Stat, StatGrid } from "@kit/ui/stat";
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
            actions={<BrandActions brand={brand} />}
          />
          <div className="flex flex-col gap-4">
            <StatGrid>
              <Stat label={t("Sellers")} value={brand.sellers} />
              <Stat label={t("Products")} value={brand.products} />
              <Stat label={t("Orders")} value={brand.orders} />
            </StatGrid>
            <Section title={t("Facts")}>
              <KeyValues
                rows={[
                  [
                    t("Shop"),
                    <a key="shop" href={brand.url} className="text-accent hover:underline">
                      {brand.host}
                    </a>,
                  ],
                  [t("Address name"), <code key="slug">{brand.slug}</code>],
                  [t("Since"), dateText(brand.created_at)],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
