import { clsx } from "clsx";

export const labelClass = "font-medium text-ink text-sm";

export const inputClass = clsx(
  "w-full rounded-lg border border-line-strong bg-surface px-3 text-base text-ink sm:text-sm",
  "placeholder:text-faint hover:border-faint focus:border-accent focus:outline-2 focus:outline-accent/25",
  "aria-invalid:border-bad disabled:bg-sunken disabled:text-muted",
);
