import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { buttonClass } from "./button";

interface LinkButtonProps {
  to: string;
  look?: Parameters<typeof buttonClass>[0];
  size?: Parameters<typeof buttonClass>[1];
  children: ReactNode;
}

/** Looks like a button, is a link: it goes somewhere and can be opened in a new window. */
export function LinkButton({ to, look, size, children }: LinkButtonProps) {
  return (
    <Link to={to} className={buttonClass(look, size)}>
      {children}
    </Link>
  );
}
