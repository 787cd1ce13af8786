import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";

interface StatProps {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  to?: string;
  search?: Record<string, string>;
  urgent?: boolean;
}

/** One figure and what it means; with `to` it opens the rows behind it. */
export function Stat({ label, value, note, to, search, urgent }: StatProps) {
  const body = (
    <>
      <span className="flex items-center justify-between gap-2 text-muted text-sm">
        <span className="flex items-center gap-2">
          {urgent && <span aria-hidden className="size-2 rounded-full bg-warn" />}
          {label}
        </span>
        {to && <ArrowUpRight aria-hidden size={14} className="text-faint group-hover:text-ink" />}
      </span>
      <span className="tnum mt-1 block font-semibold text-2xl tracking-tight">{value}</span>
      {note && <span className="mt-0.5 block text-muted text-xs">{note}</span>}
    </>
  );
  const look = "card group block min-w-0 p-4";
  if (!to) return <div className={look}>{body}</div>;
  return (
    <Link to={to} search={search} className={clsx(look, "hover:border-line-strong hover:bg-hover")}>
      {body}
    </Link>
  );
}

export function StatGrid({ children, thirds }: { children: ReactNode; thirds?: boolean }) {
  return <div className={clsx("grid grid-cols-2 gap-3", thirds ? "lg:grid-cols-3" : "lg:grid-cols-4")}>{children}</div>;
}
