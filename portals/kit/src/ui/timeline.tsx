import { momentText } from "@kit/format/date";

export interface Happening {
  at: string;
  text: string;
  actor?: string | null;
}

/** What happened, newest first, one sentence each. */
export function Timeline({ items }: { items: Happening[] }) {
  // The order given decides between things of one moment, so it is turned before the stable sort.
  const newest = [...items].reverse().sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="flex flex-col">
      {newest.map(({ at, text, actor }, index) => (
        <li key={`${at}${text}${actor}`} className="relative flex gap-3 pb-4 text-sm last:pb-0">
          {index < newest.length - 1 && (
            <span aria-hidden className="absolute top-3 bottom-0 left-[3.5px] w-px bg-line" />
          )}
          <span
            aria-hidden
            className={`mt-[7px] size-2 shrink-0 rounded-full ${index ? "bg-line-strong" : "bg-ink"}`}
          />
          <div className="min-w-0">
            <p className="wrap-anywhere">{text}</p>
            <p className="text-faint text-xs">
              <time dateTime={at}>{momentText(at)}</time>
              {actor && ` · ${actor}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
