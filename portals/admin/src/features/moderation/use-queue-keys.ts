import { useShortcuts } from "@kit/shell/use-shortcuts";
import { useState } from "react";

interface Acts<Row> {
  yes: (row: Row) => void;
  no: (row: Row) => void;
  choose: (row: Row) => void;
}

/** j and k walk the queue, a agrees, r sends back, x chooses; each about the row that is marked. */
export function useQueueKeys<Row>(rows: Row[], { yes, no, choose }: Acts<Row>) {
  const [place, setPlace] = useState(0);
  const here = Math.min(place, Math.max(0, rows.length - 1));
  const go = (to: number) => {
    const next = Math.min(Math.max(0, to), rows.length - 1);
    setPlace(next);
    document.querySelectorAll<HTMLElement>("[data-queue]")[next]?.focus();
  };
  const about = (act: (row: Row) => void) => () => {
    const row = rows[here];
    if (row) act(row);
  };
  useShortcuts({
    j: () => go(here + 1),
    k: () => go(here - 1),
    a: about(yes),
    r: about(no),
    x: about(choose),
  });
  return { here, setPlace };
}
