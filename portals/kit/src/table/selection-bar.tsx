import { t } from "@kit/i18n/t";
import type { ReactNode } from "react";

export function SelectionBar({ count, children }: { count: number; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3 border-line border-b bg-accent-soft px-4 py-1.5 text-sm">
      <p role="status" className="tnum font-medium">
        {t("{count} chosen", { count })}
      </p>
      {children}
    </div>
  );
}
