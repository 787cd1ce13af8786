import { inputClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import type { ListState } from "./use-list-state";

const PAUSE_MS = 250;

interface SearchBoxProps {
  list: ListState;
  label: string;
  /** The filter of the list endpoint that takes the words. */
  name?: string;
}

/** Searches while a person types, after a short pause, and keeps the words in the address. */
export function SearchBox({ list, label, name = "q" }: SearchBoxProps) {
  const inAddress = list.search[name] ?? "";
  const [typed, setTyped] = useState(inAddress);
  const [sent, setSent] = useState(inAddress);

  // Back and forward change the address from outside.
  if (inAddress !== sent) {
    setSent(inAddress);
    setTyped(inAddress);
  }

  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      list.set({ [name]: typed });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  });

  return (
    <div className="relative min-w-0 flex-1 sm:max-w-72">
      <Search aria-hidden size={15} className="-translate-y-1/2 absolute top-1/2 left-3 text-faint" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={clsx(inputClass, "h-11 pl-9 sm:h-9")}
      />
    </div>
  );
}
