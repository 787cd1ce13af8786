import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { Product } from "@/api/types";
import { BuyBox } from "@/features/products/buy-box";
import { PendingChange } from "@/features/products/pending-change";
import { ProductActions } from "@/features/products/product-actions";
import { ProductFacts } from "@/features/products/product-facts";
import { ProductStatus } from "@/features/products/product-status";
import { VariantList } from "@/features/stock/variant-list";
import { t } from "@/i18n/t";

export function ProductPage() {
  const query = useResource<Product>(`seller/products/${useParam("id")}`);
  return (
    <Loaded query={query}>
      {(product) => (
        <>
          <PageHeader
            title={product.title}
            badge={<ProductStatus status={product.status} />}
            back={{ to: "/products", label: t("Products") }}
            actions={<ProductActions product={product} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              {product.rejection_reason && (
                <Notice tone="bad" title={t("Sent back with this reason")}>
                  {product.rejection_reason}
                </Notice>
              )}
              <PendingChange product={product} />
              {product.missing.length > 0 && (
                <Notice tone="warn" title={t("Not complete yet")}>
                  {t("Missing: {names}", { names: product.missing.join(", ") })}
                </Notice>
              )}
              <Section title={t("Variants and your offers")} flush>
                <VariantList variants={product.variants} />
              </Section>
              {product.status === "published" && <BuyBox productId={product.id} />}
            </div>
            <ProductFacts product={product} />
          </div>
        </>
      )}
    </Loaded>
  );
}
