import { currencyText } from "@kit/format/currency";
import { locale } from "@kit/i18n/language";
import { t } from "@/i18n/t";
import type { Rates, Tariff, Zone } from "./tariff";

const money = (minor: number) => currencyText(minor, locale());

export function weightText(grams: number): string {
  const kilograms = new Intl.NumberFormat(locale(), { maximumFractionDigits: 3 });
  return grams < 1000 ? t("{grams} g", { grams }) : t("{kg} kg", { kg: kilograms.format(grams / 1000) });
}

/** A table as its rows are read: up to what, and what that costs. */
export function rateRows({ by, steps, beyond, beyond_minor, free_above_minor }: Rates): [string, string][] {
  const size = by === "price" ? money : weightText;
  const last = steps.at(-1);
  const rows = steps.map(({ up_to, fee_minor }): [string, string] => [
    by === "price" ? t("Goods up to {size}", { size: size(up_to) }) : t("Up to {size}", { size: size(up_to) }),
    money(fee_minor),
  ]);
  const above = last ? t("Above {size}", { size: size(last.up_to) }) : t("Every parcel");
  rows.push(beyond === "per_kg" ? [t("Each further kg"), `+ ${money(beyond_minor)}`] : [above, money(beyond_minor)]);
  if (free_above_minor !== null) rows.push([t("Goods from {size}", { size: money(free_above_minor) }), t("free")]);
  return rows;
}

const SHOWN_MAX = 12;

/** Which addresses a zone takes. */
export function placesText({ prefixes, regions }: Zone, tariff: Tariff): string {
  const names = regions.map((code) => tariff.regions.find((one) => one.code === code)?.name ?? code);
  const pins = prefixes.slice(0, SHOWN_MAX).map((prefix) => (prefix.length < 6 ? `${prefix}…` : prefix));
  const more = prefixes.length - pins.length;
  if (more > 0) pins.push(t("{count} more", { count: more }));
  return [pins.length > 0 && t("PIN {list}", { list: pins.join(", ") }), ...names].filter(Boolean).join(", ");
}
