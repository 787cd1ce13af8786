import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import type { ReactNode } from "react";
import { t } from "@/i18n/t";
import { rateRows } from "./rate-words";
import type { Rates } from "./tariff";

interface ZoneRowProps {
  name: string;
  places: string;
  rates: Rates;
  takesCash: boolean;
  onEdit?: () => void;
  children?: ReactNode;
}

/** One zone as it stands: its places, its table, and what can be done with it. */
export function ZoneRow({ name, places, rates, takesCash, onEdit, children }: ZoneRowProps) {
  return (
    <li className="flex flex-col gap-2 border-line border-b p-4 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="wrap-anywhere font-medium text-sm">{name}</h3>
        {!rates.delivers && <Badge tone="warn">{t("Not delivered")}</Badge>}
        {rates.delivers && takesCash && !rates.cash && <Badge>{t("No cash on delivery")}</Badge>}
      </div>
      {places && <p className="wrap-anywhere text-muted text-sm">{places}</p>}
      {rates.delivers && (
        <dl className="grid max-w-sm gap-x-6 text-sm">
          {rateRows(rates).map(([size, fee]) => (
            <div key={size} className="flex justify-between gap-3">
              <dt>{size}</dt>
              <dd className="tnum">{fee}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        {onEdit && (
          <Button size="sm" aria-label={t("Change {name}", { name })} onPress={onEdit}>
            {t("Change")}
          </Button>
        )}
        {children}
      </div>
    </li>
  );
}
