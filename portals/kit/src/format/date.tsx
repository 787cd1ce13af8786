import { locale } from "@kit/i18n/language";
import { t } from "@kit/i18n/t";

const format = (iso: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale(), { timeZone: "Asia/Kolkata", ...options }).format(new Date(iso));

export const dateText = (iso: string) => format(iso, { day: "numeric", month: "short", year: "numeric" });

export const momentText = (iso: string) =>
  format(iso, { day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" });

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest whole unit; older than a month is a date. */
export function ageText(iso: string, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - new Date(iso).getTime()) / 1000));
  if (seconds < MINUTE) return t("just now");
  const relative = new Intl.RelativeTimeFormat(locale(), { style: "short", numeric: "always" });
  if (seconds < HOUR) return relative.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < DAY) return relative.format(-Math.floor(seconds / HOUR), "hour");
  if (seconds < 30 * DAY) return relative.format(-Math.floor(seconds / DAY), "day");
  return dateText(iso);
}

/** The age for reading, the exact moment for whoever points at it or listens. */
export function Age({ at }: { at: string | null | undefined }) {
  if (!at) return <span className="text-faint">–</span>;
  return (
    <time dateTime={at} title={momentText(at)} className="whitespace-nowrap">
      {ageText(at)}
    </time>
  );
}

export function Day({ at }: { at: string | null | undefined }) {
  if (!at) return <span className="text-faint">–</span>;
  return (
    <time dateTime={at} title={momentText(at)} className="whitespace-nowrap">
      {dateText(at)}
    </time>
  );
}
