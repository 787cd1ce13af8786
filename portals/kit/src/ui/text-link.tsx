import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function TextLink(props: { to: string; search?: Record<string, string>; children: ReactNode }) {
  return <Link {...props} className="wrap-anywhere font-medium text-accent underline-offset-2 hover:underline" />;
}
