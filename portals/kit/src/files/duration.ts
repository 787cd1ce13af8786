import { t } from "@kit/i18n/t";

/** How long something will take, in words that are as exact as the guess. */
export function durationText(seconds: number): string {
  if (seconds < 10) return t("a few seconds left");
  if (seconds < 90) return t("about {count} seconds left", { count: Math.ceil(seconds / 10) * 10 });
  return t("about {count} minutes left", { count: Math.round(seconds / 60) });
}

export const countText = (count: number) => new Intl.NumberFormat("en-IN").format(count);

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
