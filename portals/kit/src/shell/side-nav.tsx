import { t } from "@kit/i18n/t";
import { Link } from "@tanstack/react-router";
import type { NavItem, NavSection } from "./nav";

export function SideNav({ sections }: { sections: NavSection[] }) {
  return (
    <nav aria-label={t("Main")} className="flex flex-1 flex-col gap-5 overflow-y-auto px-3 py-2">
      {sections.map(({ label, items }) => (
        <div key={label ?? "first"}>
          {label && <p className="mb-1 px-2 font-medium text-faint text-xs">{label}</p>}
          <ul className="flex flex-col gap-px">
            {items.map((item) => (
              <li key={item.to}>
                <SideLink item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function SideLink({ item: { to, label, icon: Icon, count, exact } }: { item: NavItem }) {
  return (
    <Link
      to={to}
      activeOptions={{ exact, includeSearch: false }}
      className="flex h-8 items-center gap-2.5 rounded-lg px-2 text-muted text-sm hover:bg-hover hover:text-ink data-[status=active]:bg-hover data-[status=active]:font-medium data-[status=active]:text-ink"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <span className="flex-1 truncate">{label}</span>
      {!!count && <span className="tnum text-faint text-xs">{count}</span>}
    </Link>
  );
}
