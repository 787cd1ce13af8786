import { isTyping } from "@kit/shell/is-typing";
import { type RefObject, useEffect } from "react";

/** j and k walk the rows of a table by their links, x presses the row's check box. */
export function useRowKeys(container: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const rows = [...(container.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      if (event.key === "x") rows[here]?.querySelector<HTMLElement>("input[type=checkbox]")?.click();
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))];
      next?.querySelector<HTMLElement>("a")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [container]);
}
