import { useAuth } from "@kit/auth/auth-provider";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Kbd } from "@kit/ui/kbd";
import { clsx } from "clsx";
import { Search } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { BottomNav } from "./bottom-nav";
import { LanguageToggle } from "./language-toggle";
import type { NavSection } from "./nav";
import { SideNav } from "./side-nav";
import { ThemeToggle } from "./theme-toggle";
import { UserBar } from "./user-bar";

const ViewBanner = lazy(async () => ({ default: (await import("@kit/view-as/view-banner")).ViewBanner }));

interface AppShellProps {
  mark: ReactNode;
  sections: NavSection[];
  banner?: ReactNode;
  onPalette: () => void;
  children: ReactNode;
}

export function AppShell({ mark, sections, banner, onPalette, children }: AppShellProps) {
  const { viewing } = useAuth().me;
  const shell = (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-lg bg-solid px-3 py-2 text-on-solid focus:translate-y-0"
      >
        {t("Skip to content")}
      </a>
      <div aria-hidden className="fixed inset-x-0 top-0 z-40 h-[3px] bg-brand" />
      <header
        className={clsx(
          "sticky z-30 flex items-center gap-2 border-line border-b bg-surface px-4 pt-[11px] pb-2 lg:hidden",
          viewing ? "top-12" : "top-0",
        )}
      >
        <div className="min-w-0 flex-1">{mark}</div>
        <Button look="quiet" size="icon" aria-label={t("Search and commands")} onPress={onPalette}>
          <Search aria-hidden size={17} />
        </Button>
        <LanguageToggle />
        <ThemeToggle />
      </header>
      <aside
        className={clsx(
          "sticky hidden flex-col border-line border-r bg-canvas pt-[3px] lg:flex",
          viewing ? "top-12 h-[calc(100dvh-3rem)]" : "top-0 h-dvh",
        )}
      >
        <div className="px-4 py-3.5">{mark}</div>
        <div className="px-3 pb-2">
          <Button size="sm" className="w-full" onPress={onPalette}>
            <Search aria-hidden size={14} />
            <span className="flex-1 text-left font-normal text-muted">{t("Search")}</span>
            <span aria-hidden>
              <Kbd>Ctrl K</Kbd>
            </span>
          </Button>
        </div>
        <SideNav sections={sections} />
        <div className="flex items-center border-line border-t p-2">
          <UserBar />
          <LanguageToggle />
          <ThemeToggle />
        </div>
      </aside>
      <main id="content" tabIndex={-1} className="min-w-0 pb-24 outline-none lg:pb-12">
        {banner}
        <div className="mx-auto max-w-6xl px-4 sm:px-6 lg:px-8">{children}</div>
      </main>
      <BottomNav sections={sections} />
    </div>
  );
  if (!viewing) return shell;
  return (
    <>
      <Suspense fallback={<div className="h-12 bg-bad" />}>
        <ViewBanner view={viewing} />
      </Suspense>
      {shell}
    </>
  );
}
