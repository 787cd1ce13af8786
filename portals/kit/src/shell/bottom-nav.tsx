import { t } from "@kit/i18n/t";
import { buttonClass } from "@kit/ui/button";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Ellipsis } from "lucide-react";
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from "react-aria-components";
import type { NavItem, NavSection } from "./nav";
import { SideNav } from "./side-nav";

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
      {items.length > PLACES && <More sections={sections} />}
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

function More({ sections }: { sections: NavSection[] }) {
  return (
    <DialogTrigger>
      <Button className={place}>
        <Ellipsis aria-hidden size={19} strokeWidth={1.75} />
        {t("More")}
      </Button>
      <ModalOverlay isDismissable className="fixed inset-0 z-40 flex items-end bg-black/40">
        <Modal className="w-full rounded-t-2xl bg-surface pb-[env(safe-area-inset-bottom)]">
          <Dialog aria-label={t("More")} className="flex max-h-[80dvh] flex-col p-3 outline-none">
            {({ close }) => (
              // biome-ignore lint/a11y: a chosen link closes the sheet; keys reach the links themselves
              <div onClick={close}>
                <SideNav sections={sections} />
                <Button slot="close" className={buttonClass("outline", "md", "mt-3 w-full")}>
                  {t("Close")}
                </Button>
              </div>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
