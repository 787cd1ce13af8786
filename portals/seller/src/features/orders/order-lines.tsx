import { Amount } from "@kit/format/money";
import { Badge } from "@kit/ui/badge";
import { Thumb } from "@kit/ui/thumb";
import type { OrderLine } from "@/api/types";
import { t } from "@/i18n/t";

const cancelledOf = ({ quantity, cancelled }: OrderLine) => ({ count: cancelled, left: quantity - cancelled });

/** The goods to put into the parcel. */
export function OrderLines({ lines }: { lines: OrderLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap gap-3 p-4 text-sm sm:flex-nowrap">
          <Thumb src={line.image} />
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere font-medium">{line.title}</p>
            <p className="text-muted text-xs">
              {[...line.options.map(({ value }) => value), line.sku].filter(Boolean).join(" · ")}
            </p>
            <p className="tnum text-muted text-xs">
              {line.quantity} × {line.unit_price.text}
            </p>
            {line.cancelled > 0 && (
              <p className="mt-0.5">
                <Badge tone="bad">{t("{count} cancelled, send {left}", cancelledOf(line))}</Badge>
              </p>
            )}
            {line.units.length > 0 && <p className="tnum mt-0.5 font-medium text-xs">{line.units.join(", ")}</p>}
          </div>
          <div className="max-sm:w-full max-sm:pl-15 sm:text-right">
            <Amount value={line.total} strong />
            {line.discounts?.map(({ name, code, amount, brand_amount }) => (
              <span key={name} className="block text-muted text-xs">
                {code || name} − {amount.text}, {brand_amount.minor ? t("paid by the brand") : t("paid by you")}
              </span>
            ))}
            <span className="tnum block text-faint text-xs">
              {t("GST {rate} %, HSN {hsn}", { rate: line.rate_bp / 100, hsn: line.hsn })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
