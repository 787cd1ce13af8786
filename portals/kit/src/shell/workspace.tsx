import { useAuth } from "@kit/auth/auth-provider";
import { t } from "@kit/i18n/t";
import { useNavigate } from "@tanstack/react-router";
import { Keyboard, KeyRound, LogOut, SunMoon } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { AppShell } from "./app-shell";
import type { Command, WordCommand } from "./command";
import { allowed, type NavSection } from "./nav";
import { setTheme, useTheme } from "./theme";
import { useShortcuts } from "./use-shortcuts";

// Not part of the first load; fetched when the page is idle, so that the keys answer at once.
const loadPalette = () => import("./palette");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysHelp = lazy(async () => ({ default: (await import("./keys-help")).KeysHelp }));

interface WorkspaceProps {
  mark: ReactNode;
  sections: NavSection[];
  banner?: ReactNode;
  searches: WordCommand[];
  children: ReactNode;
}

/** The shell with its keys: every place of the navigation is a command and has a `g …` sequence. */
export function Workspace({ mark, sections: all, banner, searches, children }: WorkspaceProps) {
  const [open, setOpen] = useState<"palette" | "keys">();
  const navigate = useNavigate();
  const theme = useTheme();
  const { me, signOut } = useAuth();
  const sections = allowed(all, me.permissions);
  const places = sections.flatMap(({ items }) => items);
  const close = () => setOpen(undefined);

  useEffect(() => {
    const idle = setTimeout(() => void loadPalette(), 2000);
    return () => clearTimeout(idle);
  }, []);

  useShortcuts({
    "mod+k": () => setOpen("palette"),
    "?": () => setOpen("keys"),
    ...Object.fromEntries(places.map(({ to, key }) => [`g ${key}`, () => void navigate({ to })])),
  });

  const commands: Command[] = [
    ...places.map(({ to, label, icon, key }) => ({
      id: to,
      label,
      icon,
      keys: `g ${key}`,
      run: () => void navigate({ to }),
    })),
    { id: "keys", label: t("Keys"), icon: Keyboard, keys: "?", run: () => setOpen("keys") },
    {
      id: "theme",
      label: t("Switch between light and dark"),
      icon: SunMoon,
      run: () => setTheme(theme === "dark" ? "light" : "dark"),
    },
    {
      id: "sign-in-ways",
      label: t("How you sign in"),
      icon: KeyRound,
      run: () => void navigate({ to: "/account/sign-in" }),
    },
    { id: "out", label: t("Sign out"), icon: LogOut, run: () => void signOut() },
  ];

  return (
    <AppShell mark={mark} sections={sections} banner={banner} onPalette={() => setOpen("palette")}>
      {children}
      <Suspense>
        {open === "palette" && <Palette commands={commands} wordCommands={searches} onClose={close} />}
        {open === "keys" && (
          <KeysHelp
            keys={places.map(({ key, label }) => ({ keys: `g ${key}`, label: t("Go to {place}", { place: label }) }))}
            onClose={close}
          />
        )}
      </Suspense>
    </AppShell>
  );
}
