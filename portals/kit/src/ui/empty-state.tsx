import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Nothing is here yet: says what will be, and the one thing to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span aria-hidden className="mb-3 grid size-10 place-items-center rounded-full bg-sunken text-muted">
        <Icon size={18} strokeWidth={1.75} />
      </span>
      <h3 className="font-semibold text-sm">{title}</h3>
      {children && <p className="mt-1 max-w-sm text-muted text-sm">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
