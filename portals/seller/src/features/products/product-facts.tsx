import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";

export function ProductFacts({ product }: { product: Product }) {
  const countries = new Intl.DisplayNames(["en-IN"], { type: "region" });
  const origin = product.country_of_origin;
  return (
    <Section title={t("Facts")}>
      <KeyValues
        rows={[
          [t("Category"), product.category?.name],
          [t("Country of origin"), origin && (countries.of(origin) ?? origin)],
          [t("Address"), product.slug],
        ]}
      />
      {product.description && <p className="wrap-anywhere mt-4 whitespace-pre-line text-sm">{product.description}</p>}
    </Section>
  );
}
