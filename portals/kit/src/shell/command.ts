import type { LucideIcon } from "lucide-react";

/** Something the palette can do. `forWords` makes a command out of what was typed, such as a search. */
export interface Command {
  id: string;
  label: string;
  icon: LucideIcon;
  keys?: string;
  run: () => void;
}

export interface WordCommand {
  id: string;
  label: (words: string) => string;
  icon: LucideIcon;
  run: (words: string) => void;
}
