import { clsx } from "clsx";
import { CircleCheck, CircleDashed, CircleMinus, CircleX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type CheckState = "pending" | "passed" | "failed" | "waived";

const LOOKS: Record<CheckState, { icon: LucideIcon; colour: string }> = {
  pending: { icon: CircleDashed, colour: "text-faint" },
  passed: { icon: CircleCheck, colour: "text-good" },
  failed: { icon: CircleX, colour: "text-bad" },
  waived: { icon: CircleMinus, colour: "text-warn" },
};

interface CheckItemProps {
  state: CheckState;
  /** The state in a word, since colour alone says nothing to many. */
  stateText: string;
  title: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}

export function CheckItem({ state, stateText, title, note, children }: CheckItemProps) {
  const { icon: Icon, colour } = LOOKS[state];
  return (
    <li className="flex gap-3 px-4 py-3 text-sm">
      <Icon aria-hidden size={17} className={clsx("mt-0.5 shrink-0", colour)} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="font-medium">{title}</span>
          <span className={clsx("text-xs", colour)}>{stateText}</span>
        </div>
        {note && <p className="wrap-anywhere text-muted">{note}</p>}
        {children}
      </div>
    </li>
  );
}
