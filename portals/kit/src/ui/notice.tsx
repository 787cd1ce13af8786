import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

const LOOKS: Record<Exclude<Tone, "plain">, { className: string; icon: ReactNode }> = {
  good: { className: "bg-good-soft text-good", icon: <CircleCheck size={16} /> },
  warn: { className: "bg-warn-soft text-warn", icon: <TriangleAlert size={16} /> },
  bad: { className: "bg-bad-soft text-bad", icon: <CircleAlert size={16} /> },
  info: { className: "bg-accent-soft text-accent", icon: <Info size={16} /> },
};

interface NoticeProps {
  tone?: keyof typeof LOOKS;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  alert?: boolean;
}

/** A sentence that concerns the whole page or form, with at most one way out. */
export function Notice({ tone = "info", title, children, action, alert }: NoticeProps) {
  const look = LOOKS[tone];
  return (
    <div role={alert ? "alert" : undefined} className={clsx("flex flex-wrap gap-3 rounded-[10px] p-3", look.className)}>
      <span aria-hidden className="mt-0.5">
        {look.icon}
      </span>
      <div className="min-w-0 flex-1 basis-52 text-sm">
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5 text-ink">{children}</div>}
      </div>
      {action && <div className="self-center">{action}</div>}
    </div>
  );
}
