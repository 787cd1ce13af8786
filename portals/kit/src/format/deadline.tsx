import { locale } from "@kit/i18n/language";
import { Badge } from "@kit/ui/badge";
import { dateText, momentText } from "./date";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How long is left until a last moment, in the largest whole unit, `exact` when that is; after it, the date alone. */
export function Deadline({ at, over = false, exact = false }: { at: string | null; over?: boolean; exact?: boolean }) {
  if (!at) return <span className="text-faint">–</span>;
  const left = new Date(at).getTime() - Date.now();
  if (over || left < -DAY) return <span className="whitespace-nowrap text-muted">{dateText(at)}</span>;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const text =
    Math.abs(left) >= DAY
      ? relative.format(Math.trunc(left / DAY), "day")
      : relative.format(Math.trunc(left / HOUR), "hour");
  return (
    <time dateTime={at} title={momentText(at)}>
      <Badge tone={left < 0 ? "bad" : left < 3 * DAY ? "warn" : "plain"}>{text}</Badge>
      {exact && <span className="mt-1 block text-muted text-xs">{momentText(at)}</span>}
    </time>
  );
}
