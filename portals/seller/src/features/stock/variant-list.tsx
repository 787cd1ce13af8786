import { Amount } from "@kit/format/money";
import type { Variant } from "@/api/types";
import { t } from "@/i18n/t";
import { OfferButtons } from "./offer-buttons";

export function VariantList({ variants }: { variants: Variant[] }) {
  return (
    <ul className="divide-y divide-line">
      {variants.map(({ id, sku, options, hsn, net_quantity, offer }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 p-4 text-sm">
          <div className="min-w-0">
            <p className="font-medium">{options.map(({ value }) => value).join(" / ") || t("Single variant")}</p>
            <p className="text-muted text-xs">{[sku, net_quantity, `HSN ${hsn}`].filter(Boolean).join(" · ")}</p>
          </div>
          {offer ? (
            <div className="flex flex-wrap items-center gap-4">
              <span className="text-right">
                <Amount value={offer.price} strong />
                <span className="tnum block text-muted text-xs">
                  {t("{count} to sell", { count: offer.available })}
                </span>
              </span>
              <OfferButtons offer={offer} sku={sku} />
            </div>
          ) : (
            <span className="text-muted text-xs">{t("You do not offer this variant.")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
