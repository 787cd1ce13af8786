import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Moon, Sun, SunMoon } from "lucide-react";
import { setTheme, type Theme, useTheme } from "./theme";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const ICONS = { system: SunMoon, light: Sun, dark: Moon };

export function ThemeToggle() {
  const theme = useTheme();
  const Icon = ICONS[theme];
  const names: Record<Theme, string> = {
    system: t("Theme: as the device"),
    light: t("Theme: light"),
    dark: t("Theme: dark"),
  };
  return (
    <Button look="quiet" size="icon" aria-label={names[theme]} onPress={() => setTheme(NEXT[theme])}>
      <Icon aria-hidden size={17} />
    </Button>
  );
}
