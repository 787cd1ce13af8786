import { useEffect, useRef } from "react";
import { isTyping } from "./is-typing";

const SEQUENCE_MS = 900;

/** Acts on single keys ("?") and on sequences ("g o"); `mod+k` works everywhere, the others not while typing. */
export function useShortcuts(shortcuts: Record<string, () => void>) {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;

  useEffect(() => {
    let first = "";
    let firstAt = 0;
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && (isTyping(event) || event.altKey)) return;
      const sequence = Date.now() - firstAt < SEQUENCE_MS ? `${first} ${key}` : "";
      const act = latest.current[mod ? `mod+${key}` : sequence] ?? (mod ? undefined : latest.current[key]);
      first = key;
      firstAt = Date.now();
      if (!act) return;
      event.preventDefault();
      first = "";
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
