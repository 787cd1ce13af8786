import { t } from "@kit/i18n/t";
import { buttonClass } from "@kit/ui/button";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Ellipsis } from "lucide-react";
import { useRef } from "react";
import type { NavItem, NavSection } from "./nav";
import { SideNav } from "./side-nav";
import { UserBar } from "./user-bar";

const PLACES = 4;
const place = clsx(
  "relative flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-muted",
  "data-[status=active]:font-semibold data-[status=active]:text-ink",
);

/** On a phone: the four places used most at the thumb, everything else one tap further. */
export function BottomNav({ sections }: { sections: NavSection[] }) {
  const items = sections.flatMap((section) => section.items);
  return (
    <nav
      aria-label={t("Main")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {items.slice(0, PLACES).map((item) => (
        <Place key={item.to} item={item} />
      ))}
      <More sections={sections} />
    </nav>
  );
}

function Place({ item: { to, label, icon: Icon, count, exact } }: { item: NavItem }) {
  return (
    <Link to={to} activeOptions={{ exact, includeSearch: false }} className={place}>
      <Icon aria-hidden size={19} strokeWidth={1.75} />
      <span className="max-w-full truncate px-1">{label}</span>
      {!!count && (
        <span className="tnum absolute top-1.5 left-1/2 ml-2 rounded-full bg-solid px-1.5 text-2xs text-on-solid">
          {count}
        </span>
      )}
    </Link>
  );
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape and needs no code of ours. */
function More({ sections }: { sections: NavSection[] }) {
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className={place} aria-haspopup="dialog" onClick={() => sheet.current?.showModal()}>
        <Ellipsis aria-hidden size={19} strokeWidth={1.75} />
        {t("More")}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click on a link or beside the sheet closes it; Escape does so by itself */}
      <dialog
        ref={sheet}
        aria-label={t("More")}
        onClick={() => sheet.current?.close()}
        className="mt-auto mb-0 max-h-[80dvh] w-full max-w-none rounded-t-2xl bg-surface p-3 pb-[env(safe-area-inset-bottom)] text-ink backdrop:bg-black/40"
      >
        <SideNav sections={sections} />
        <div className="flex border-line border-t px-1.5 py-2">
          <UserBar />
        </div>
        <form method="dialog">
          <button type="submit" className={buttonClass("outline", "md", "mb-3 w-full")}>
            {t("Close")}
          </button>
        </form>
      </dialog>
    </>
  );
}
