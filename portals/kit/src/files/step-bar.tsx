import { t } from "@kit/i18n/t";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { ImportStatus } from "./types";

const AT: Record<ImportStatus, number> = {
  uploaded: 1,
  mapped: 1,
  checking: 2,
  checked: 2,
  failed: 2,
  running: 3,
  paused: 3,
  stopped: 4,
  done: 4,
  undoing: 4,
  rolled_back: 4,
};

/** Where a file is on its way. */
export function StepBar({ status, written }: { status: ImportStatus; written: boolean }) {
  const at = status === "failed" && written ? 3 : AT[status];
  const steps = [t("File"), t("Columns"), t("Check"), t("Bring in"), t("Result")];
  return (
    <ol aria-label={t("Steps")} className="mb-4 flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {steps.map((name, index) => (
        <li
          key={name}
          aria-current={index === at ? "step" : undefined}
          className={clsx("flex items-center gap-2", index === at ? "font-semibold" : "text-muted")}
        >
          <span
            aria-hidden
            className={clsx(
              "tnum grid size-5 place-items-center rounded-full text-2xs",
              index === at ? "bg-solid text-on-solid" : index < at ? "bg-good-soft text-good" : "bg-sunken",
            )}
          >
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
