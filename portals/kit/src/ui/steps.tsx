import { clsx } from "clsx";
import type { ReactNode } from "react";

export interface Step {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  reached?: boolean;
}

/** Stages in their order from left to right, from top to bottom on a phone. */
export function Steps({ label, steps }: { label: string; steps: Step[] }) {
  return (
    <ol aria-label={label} className="grid gap-3 sm:auto-cols-fr sm:grid-flow-col sm:gap-0">
      {steps.map(({ label: name, value, note, reached }, index) => (
        <li key={name} className="relative flex items-baseline justify-between gap-3 sm:block sm:pr-4">
          <span aria-hidden className="mb-2 hidden items-center sm:flex">
            <span className={clsx("size-2.5 rounded-full", reached ? "bg-ink" : "border-2 border-line-strong")} />
            {index < steps.length - 1 && <span className="ml-1 h-px flex-1 bg-line-strong" />}
          </span>
          <span className="block text-muted text-sm">{name}</span>
          <span className="block text-right sm:text-left">
            <span className="tnum block font-semibold">{value}</span>
            {note && <span className="block text-faint text-xs">{note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
