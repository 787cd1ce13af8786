import type { LucideIcon } from "lucide-react";

/** One place of a portal. `key` is the letter after `g` that opens it; `count` is work waiting there. */
export interface NavItem {
  to: string;
  label: string;
  icon: LucideIcon;
  key: string;
  count?: number;
  exact?: boolean;
}

export interface NavSection {
  label?: string;
  items: NavItem[];
}
