import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { t } from "@/i18n/t";

interface TagListProps {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  values: string[];
  onAdd: (values: string[]) => void;
  onRemove: (value: string) => void;
  max: number;
  maxLength: number;
  placeholder?: string;
}

/** Short words one after another: Enter or a comma adds one, pasting a list adds all, the cross takes one away. */
export function TagList({
  label,
  hideLabel,
  hint,
  values,
  onAdd,
  onRemove,
  max,
  maxLength,
  placeholder,
}: TagListProps) {
  const [typed, setTyped] = useState("");
  const id = useId();
  const add = (text: string) => {
    const words = text.split(/[,\n\t]/).map((word) => word.trim().slice(0, maxLength));
    const fresh = [...new Set(words)].filter((word) => word && !values.includes(word));
    if (fresh.length > 0) onAdd(fresh.slice(0, Math.max(0, max - values.length)));
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      add(typed);
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? "sr-only" : labelClass}>
        {label}
      </label>
      {values.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {values.map((value) => (
            <li key={value} className="inline-flex items-center rounded-md bg-sunken pl-2.5 text-sm">
              <span className="wrap-anywhere">{value}</span>
              <button
                type="button"
                aria-label={t("Remove {name}", { name: value })}
                onClick={() => onRemove(value)}
                className="grid size-9 cursor-pointer place-items-center rounded-md text-muted hover:text-ink sm:size-7"
              >
                <X aria-hidden size={13} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        value={typed}
        placeholder={placeholder}
        disabled={values.length >= max}
        onChange={({ target }) => (target.value.endsWith(",") ? add(target.value) : setTyped(target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() && add(typed)}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text");
          if (!/[,\n\t]/.test(text)) return;
          event.preventDefault();
          add(text);
        }}
        className={clsx(inputClass, "h-11 sm:h-9")}
      />
      {hint && <p className="text-muted text-xs">{hint}</p>}
    </div>
  );
}
