import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { Attribute } from "@/api/types";

interface ChoicesProps {
  label: string;
  hideLabel?: boolean;
  choices: Attribute["choices"];
  chosen: string[];
  onToggle: (label: string) => void;
  error?: string;
  lack?: ReactNode;
}

/** The brand's choices as buttons that stay pressed; a colour shows itself beside its name. */
export function Choices({ label, hideLabel, choices, chosen, onToggle, error, lack }: ChoicesProps) {
  const old = chosen.filter((one) => !choices.some((choice) => choice.label === one));
  const all = [...choices, ...old.map((one) => ({ label: one, swatch: "" }))];
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className={clsx(hideLabel ? "sr-only" : "mb-1.5 font-medium text-ink text-sm")}>{label}</legend>
      <div className="flex max-h-48 flex-wrap gap-1.5 overflow-y-auto">
        {all.map((choice) => (
          <button
            key={choice.label}
            type="button"
            aria-pressed={chosen.includes(choice.label)}
            onClick={() => onToggle(choice.label)}
            className={clsx(
              "inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-lg border px-3 text-sm sm:min-h-8",
              chosen.includes(choice.label)
                ? "border-accent bg-accent-soft text-accent"
                : "border-line-strong hover:bg-hover",
            )}
          >
            {choice.swatch && (
              <span
                aria-hidden
                className="size-4 rounded-full border border-line-strong"
                style={{ backgroundColor: choice.swatch }}
              />
            )}
            {choice.label}
          </button>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : (
        lack && <p className="text-xs">{lack}</p>
      )}
    </fieldset>
  );
}
