import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

interface SectionProps {
  title: ReactNode;
  aside?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** A titled card. `flush` lets a table or list touch its edges. */
export function Section({ title, aside, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card min-w-0 overflow-hidden">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-2">
        <h2 id={id} className="font-semibold text-sm">
          {title}
        </h2>
        {aside && <div className="text-muted text-sm">{aside}</div>}
      </div>
      <div className={clsx(!flush && "p-4")}>{children}</div>
    </section>
  );
}
