import { useRef } from "react";

/**
 * One key for one intention: a retry of the same form sends the same key, a success asks for a new one.
 * crypto.randomUUID exists only in secure contexts; getRandomValues is everywhere.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function useIdempotencyKey() {
  const key = useRef(newKey());
  return {
    current: () => key.current,
    renew: () => {
      key.current = newKey();
    },
  };
}
