import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The name of a row. Its link covers the whole row, so a finger needs no aim; buttons lie above it. */
export function RowLink({ to, children, note }: { to: string; children: ReactNode; note?: ReactNode }) {
  return (
    <span className="block min-w-0">
      <Link
        to={to}
        className="wrap-anywhere line-clamp-2 font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
      >
        {children}
      </Link>
      {note && <span className="block truncate text-muted text-xs">{note}</span>}
    </span>
  );
}
