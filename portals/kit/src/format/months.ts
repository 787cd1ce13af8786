import { locale } from "@kit/i18n/language";

const SHOWN = 18;

/** This month and those before it, the newest first, as the API writes them and as people read them. */
export function months(now = new Date()): { value: string; label: string }[] {
  return Array.from({ length: SHOWN }, (_, back) => {
    const day = new Date(now.getFullYear(), now.getMonth() - back, 1);
    const value = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}`;
    return { value, label: new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric" }).format(day) };
  });
}

/** The month that is over: reports are made of it. */
export const lastMonth = () => months()[1]?.value ?? "";
