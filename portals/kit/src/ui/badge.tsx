import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "plain" | "info" | "good" | "warn" | "bad";

const TONES: Record<Tone, string> = {
  plain: "bg-sunken text-muted",
  info: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-2xs",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
