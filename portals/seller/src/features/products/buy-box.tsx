import type { Money } from "@kit/format/money";
import { useList } from "@kit/table/use-list";
import { Badge } from "@kit/ui/badge";
import { Section } from "@kit/ui/section";
import { t } from "@/i18n/t";

interface Standing {
  offer_id: string;
  sku: string;
  options: string;
  place: number;
  sellers: number;
  sentence: string;
  to_win: Money | null;
}

/** Who is shown first to shoppers, and why; only where several sell the same. */
export function BuyBox({ productId }: { productId: string }) {
  const { data } = useList<Standing>(`seller/products/${productId}/buy-box`, {});
  const rows = data?.rows.filter(({ sellers }) => sellers > 1) ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t("Shown first")} flush>
      <ul className="divide-y divide-line">
        {rows.map(({ offer_id, sku, options, place, sellers, sentence }) => (
          <li key={offer_id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
            <span className="font-mono text-muted text-xs">{[sku, options].filter(Boolean).join(" · ")}</span>
            <Badge tone={place === 1 ? "good" : "warn"}>{t("{place} of {sellers}", { place, sellers })}</Badge>
            <span className="basis-full">{sentence}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
