import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";

interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  badge?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
}

export function PageHeader({ title, lead, badge, back, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className="pt-5 pb-4 lg:pt-8">
      {back && (
        <Link to={back.to} className="-ml-1 mb-2 inline-flex min-h-6 items-center text-muted text-sm hover:text-ink">
          <ChevronLeft aria-hidden size={15} />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2.5">
            <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {lead && <p className="mt-1 max-w-2xl text-muted text-sm">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
