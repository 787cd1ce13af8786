import { type ReactNode, useEffect, useRef } from "react";

/** Tabs in one row that scrolls where it is narrow; the chosen one is always in sight. */
export function TabStrip({ label, children }: { label: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const nav = strip.current;
    const chosen = nav?.querySelector<HTMLElement>("[aria-current=page]");
    if (nav && chosen) nav.scrollLeft = chosen.offsetLeft - (nav.clientWidth - chosen.offsetWidth) / 2;
  });
  return (
    <nav ref={strip} aria-label={label} className="relative -mx-4 mb-3 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max min-w-full gap-1 border-line border-b">{children}</ul>
    </nav>
  );
}
