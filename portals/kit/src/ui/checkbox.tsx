import { clsx } from "clsx";

interface CheckboxProps {
  label: string;
  /** In a table the row says what is chosen, so the words are for screen readers only. */
  hideLabel?: boolean;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A native check box: nothing is easier to reach by key, finger and screen reader. */
export function Checkbox({ label, hideLabel, checked, onChange }: CheckboxProps) {
  return (
    <label className="inline-flex min-h-8 min-w-6 cursor-pointer items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 shrink-0 cursor-pointer accent-(--accent)"
      />
      <span className={clsx(hideLabel && "sr-only")}>{label}</span>
    </label>
  );
}
