import { t } from "@kit/i18n/t";
import { inputClass } from "@kit/ui/label";
import { clsx } from "clsx";
import type { ListState } from "./use-list-state";

/** From and to as days in the address. The browser's own date box speaks every language. */
export function PeriodFilter({ list }: { list: ListState }) {
  const fields = [
    { name: "since", label: t("From") },
    { name: "until", label: t("To") },
  ];
  return (
    <div className="flex flex-wrap gap-3 max-sm:grid max-sm:w-full max-sm:grid-cols-2">
      {fields.map(({ name, label }) => (
        <label
          key={name}
          className="flex items-center gap-2 text-muted text-sm max-sm:flex-col max-sm:items-stretch max-sm:gap-1"
        >
          {label}
          <input
            type="date"
            value={list.search[name] ?? ""}
            onChange={(event) => list.set({ [name]: event.target.value })}
            className={clsx(inputClass, "h-11 w-auto sm:h-9")}
          />
        </label>
      ))}
    </div>
  );
}
