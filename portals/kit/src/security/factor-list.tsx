import type { Factor } from "@kit/auth/factor-api";
import { dateText } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface FactorListProps {
  icon: LucideIcon;
  factors: Factor[];
  empty: string;
  acts: (factor: Factor) => ReactNode;
}

export function FactorList({ icon: Icon, factors, empty, acts }: FactorListProps) {
  if (factors.length === 0) return <p className="px-4 py-5 text-muted text-sm">{empty}</p>;
  return (
    <ul className="divide-y divide-line">
      {factors.map((factor) => (
        <li key={factor.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
          <Icon aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-muted" />
          <div className="min-w-0 flex-1 basis-40">
            <p className="wrap-anywhere font-medium text-sm">{factor.name}</p>
            <p className="text-muted text-xs">{facts(factor)}</p>
          </div>
          <div className="flex gap-1">{acts(factor)}</div>
        </li>
      ))}
    </ul>
  );
}

function facts({ created_at, last_used_at }: Factor): string {
  const added = t("Added {day}", { day: dateText(created_at) });
  return last_used_at ? `${added} · ${t("last used {day}", { day: dateText(last_used_at) })}` : added;
}
