import { currencyText } from "@kit/format/currency";
import { momentText } from "@kit/format/date";
import { locale } from "@kit/i18n/language";
import { ArrowRight } from "lucide-react";
import type { Fields } from "@/api/types";
import { t } from "@/i18n/t";
import { fieldText, plain } from "./words";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const CODE = /^[a-z]+(_[a-z]+)*$/;

/** Field by field what was and what is, with what did not change left out. */
export function Changes({ before, after }: { before: Fields; after: Fields }) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .filter((name) => before || !isEmpty(after?.[name])); // of a new thing only what it has
  return (
    <ul className="flex flex-col gap-1">
      {changed.map((name) => (
        <li key={name} className="wrap-anywhere flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted">{fieldText(name)}</span>
          {before && name in before && (
            <del className="text-bad no-underline">
              <span className="sr-only">{t("before")} </span>
              {valueText(name, before[name])}
            </del>
          )}
          {before && name in before && after && name in after && (
            <ArrowRight aria-hidden size={12} className="self-center text-faint" />
          )}
          {after && name in after && (
            <ins className="text-good no-underline">
              <span className="sr-only">{t("after")} </span>
              {valueText(name, after[name])}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}

const isEmpty = (value: unknown) =>
  value === null || value === "" || value === 0 || value === false || (Array.isArray(value) && value.length === 0);

/** A value in words: money, percent, moments and states as people write them. */
export function valueText(name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") {
    if (name.endsWith("_minor")) return moneyText(value);
    return name.endsWith("_bp") ? `${value / 100} %` : String(value);
  }
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value)) return value.map((one) => valueText(name, one)).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([inner, one]) => `${inner}: ${valueText(inner, one)}`)
      .join(" · ");
  }
  const text = String(value);
  if (MOMENT.test(text)) return momentText(text);
  return CODE.test(text) ? plain(text) : text;
}

const moneyText = (minor: number) => currencyText(minor, locale());
