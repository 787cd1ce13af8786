import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** More about something, for whoever asks. The browser's own element: keys and find-in-page work. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 text-muted hover:text-ink">
        <ChevronRight aria-hidden size={14} className="transition-transform group-open:rotate-90" />
        {label}
      </summary>
      <div className="mt-2 rounded-lg bg-sunken px-3 py-2">{children}</div>
    </details>
  );
}
