import type { LucideIcon } from "lucide-react";

/** One place of a portal. `key` is the letter after `g` that opens it; `count` is work waiting there. */
export interface NavItem {
  to: string;
  label: string;
  icon: LucideIcon;
  key: string;
  count?: number;
  exact?: boolean;
  /** The permission without which the place is not shown; the server refuses in any case. */
  needs?: string;
}

/** The places that a person with these permissions can use; a heading without places goes too. */
export function allowed(sections: NavSection[], permissions: string[]): NavSection[] {
  return sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ needs }) => !needs || permissions.includes(needs)),
    }))
    .filter(({ items }) => items.length > 0);
}

export interface NavSection {
  label?: string;
  items: NavItem[];
}
