import { useEffect, useState } from "react";

/** Whole seconds left of a wait that starts again with `restart`. */
export function useCountdown(seconds: number) {
  const [until, setUntil] = useState(() => Date.now() + seconds * 1000);
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((until - now) / 1000));

  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  });

  const restart = (again: number) => {
    setNow(Date.now());
    setUntil(Date.now() + again * 1000);
  };
  return { left, restart };
}
