import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";

export const ROW_PX = 44;
const MORE = 8;

/** Which rows of a long list are in sight: only they are in the document. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number) {
  const [span, setSpan] = useState({ first: 0, last: 40 });
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 600 } = box.current ?? {};
    const first = Math.max(0, Math.floor(scrollTop / ROW_PX) - MORE);
    const last = Math.min(count, Math.ceil((scrollTop + clientHeight) / ROW_PX) + MORE);
    setSpan((now) => (now.first === first && now.last === last ? now : { first, last }));
  }, [box, count]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = box.current;
    element?.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      element?.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [box, look]);
  return span;
}

/** Brings a row into sight below the header, before one of its cells is focused. */
export function reveal(box: HTMLElement, index: number) {
  const top = index * ROW_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + 2 * ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * ROW_PX - box.clientHeight;
}
