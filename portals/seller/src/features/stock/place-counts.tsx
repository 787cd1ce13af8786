import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";

/** What lies where; of it what is promised. */
export function PlaceCounts({ places }: { places: OfferRow["places"] }) {
  if (places.length === 0) return <span className="text-faint">–</span>;
  return (
    <ul className="text-xs leading-5">
      {places.map(({ id, name, on_hand, reserved, is_open }) => (
        <li key={id} className="flex gap-2">
          <span className="max-w-36 truncate text-muted">{name}</span>
          <span className="tnum font-medium">{on_hand}</span>
          {reserved > 0 && <span className="tnum text-muted">{t("{count} promised", { count: reserved })}</span>}
          {!is_open && <span className="text-warn">{t("Closed")}</span>}
        </li>
      ))}
    </ul>
  );
}
