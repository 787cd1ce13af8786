import { t } from "@/i18n/t";

export const TAKEN = "image/jpeg,image/png,image/webp,image/avif";
export const PICTURES_MAX = 20;
const BYTES_MAX = 20_000_000;

/** What can be said before a byte is sent. The server looks at what is inside and has the last word. */
export function refusedEarly(file: File): string | undefined {
  if (file.size > BYTES_MAX) return t("This picture is larger than 20 MB.");
  if (file.size === 0) return t("This file is empty.");
  return undefined;
}

/** Where a picture goes when it is moved by so many places. */
export function moved<One>(all: One[], from: number, to: number): One[] {
  const rest = all.filter((_, place) => place !== from);
  const one = all[from];
  if (one === undefined) return all;
  return [...rest.slice(0, Math.max(0, to)), one, ...rest.slice(Math.max(0, to))];
}
