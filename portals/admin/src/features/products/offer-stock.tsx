import { Amount } from "@kit/format/money";
import { Badge } from "@kit/ui/badge";
import { TextLink } from "@kit/ui/text-link";
import type { InventoryProductStockRowOut } from "@/api/admin/types.gen";
import { t } from "@/i18n/t";

/** One seller's stock of one variant, place by place. */
export function OfferStock({ offer }: { offer: InventoryProductStockRowOut }) {
  const kinds: Record<string, string> = { bundle: t("Bundle"), numbered: t("Numbered units") };
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 text-sm sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <TextLink to={`/sellers/${offer.seller.id}`}>{offer.seller.name}</TextLink>
        <p className="wrap-anywhere text-muted text-xs">
          {[offer.options, offer.sku, kinds[offer.kind]].filter(Boolean).join(" · ")}
        </p>
      </div>
      <ul className="text-xs leading-5">
        {offer.places.map(({ id, name, on_hand, reserved, is_open }) => (
          <li key={id} className="flex gap-2">
            <span className="min-w-0 truncate text-muted">{name}</span>
            <span className="tnum font-medium">{on_hand}</span>
            {reserved > 0 && <span className="tnum text-muted">{t("{count} promised", { count: reserved })}</span>}
            {!is_open && <span className="text-warn">{t("Closed")}</span>}
          </li>
        ))}
      </ul>
      <div className="flex items-center gap-4 sm:justify-end">
        {offer.status !== "active" && <Badge tone="warn">{t("Not on sale")}</Badge>}
        <Amount value={offer.price} />
        <Badge tone={offer.available === 0 ? "bad" : offer.low_stock ? "warn" : "good"}>
          {t("{count} to sell", { count: offer.available })}
        </Badge>
      </div>
    </li>
  );
}
