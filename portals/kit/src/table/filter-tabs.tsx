import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { TabStrip } from "./tab-strip";
import type { ListState } from "./use-list-state";

interface FilterTabsProps {
  label: string;
  list: ListState;
  name: string;
  tabs: { value: string; label: string; count?: number }[];
}

/** Views of a list as links, so that each can be kept, sent and opened in a new window. */
export function FilterTabs({ label, list, name, tabs }: FilterTabsProps) {
  const chosen = list.search[name] ?? "";
  return (
    <TabStrip label={label}>
      {tabs.map(({ value, label: text, count }) => (
        <li key={value}>
          <Link
            to="."
            search={{ ...list.search, page: undefined, [name]: value || undefined } as never}
            aria-current={chosen === value ? "page" : undefined}
            className={clsx(
              "-mb-px flex h-10 items-center gap-1.5 whitespace-nowrap border-b-2 px-2.5 text-sm",
              chosen === value ? "border-ink font-medium text-ink" : "border-transparent text-muted hover:text-ink",
            )}
          >
            {text}
            {count !== undefined && <span className="tnum text-faint text-xs">{count}</span>}
          </Link>
        </li>
      ))}
    </TabStrip>
  );
}
