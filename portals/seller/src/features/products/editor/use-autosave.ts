import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Product } from "@/api/types";
import { changesOf, type Draft, withIds } from "./draft";
import { type Refusal, refusalOf } from "./refusal";

export type SaveState = "saved" | "waiting" | "saving" | "failed" | "refused" | "late";

const DELAY_MS = 900;
const AGAIN_MS = 8000;

/** What the server refuses it refuses again: only what may pass by itself is tried again unasked. */
function afterProblem({ code, status }: ApiError): SaveState {
  if (code === "changed_elsewhere") return "late";
  const passes = status < 400 || status >= 500 || [401, 408, 425, 429].includes(status);
  return passes ? "failed" : "refused";
}

interface Held {
  draft: Draft;
  saved: Draft;
  revision: number;
  busy: boolean;
  /** Nobody looks any more; what waits is sent at once. */
  left: boolean;
}

/**
 * Keeps what is typed and saves it a moment after the last key. One save at a time; what is typed meanwhile goes with
 * the next. `late` means that another window saved in between: nothing is sent until somebody chooses.
 */
export function useAutosave(product: Product, first: Draft) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(first);
  const [state, setState] = useState<SaveState>("saved");
  const [refusal, setRefusal] = useState<Refusal>({});
  const held = useRef<Held>({ draft: first, saved: first, revision: product.revision, busy: false, left: false });
  const again = useRef<() => Promise<void>>(null);
  const path = `seller/products/${product.id}`;

  const take = useCallback((next: Draft) => {
    held.current.draft = next;
    setDraft(next);
  }, []);

  const accept = useCallback(
    (sent: Draft, answer: Product) => {
      const now = held.current;
      now.revision = answer.revision;
      now.saved = withIds(sent, sent.matrix.rows, answer);
      take(withIds(now.draft, sent.matrix.rows, answer));
      queries.setQueryData([path, undefined], answer);
      setRefusal({});
    },
    [path, queries, take],
  );

  const save = useCallback(async () => {
    const now = held.current;
    const sent = now.draft;
    const body = changesOf(now.saved, sent);
    if (now.busy) return;
    if (!body) return setState("saved");
    let isTaken = false;
    now.busy = true;
    setState("saving");
    try {
      const { data } = await http.patch<Product>(path, { ...body, revision: now.revision });
      accept(sent, data);
      isTaken = true;
      setState(changesOf(now.saved, now.draft) ? "waiting" : "saved");
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setRefusal(refusalOf(problem, sent));
      setState(afterProblem(problem));
    } finally {
      now.busy = false;
    }
    if (isTaken && now.left && changesOf(now.saved, now.draft)) await again.current?.();
  }, [accept, path]);
  again.current = save;

  const change = useCallback(
    (edit: (draft: Draft) => Draft) => {
      take(edit(held.current.draft));
      setState((current) => (current === "late" ? current : "waiting"));
    },
    [take],
  );

  /** Write over what the other window saved. */
  const overwrite = useCallback(async () => {
    const { data } = await http.get<Product>(path);
    held.current.revision = data.revision;
    await save();
  }, [path, save]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each key begins the wait anew
  useEffect(() => {
    if (state !== "waiting" && state !== "failed") return;
    const timer = setTimeout(save, state === "failed" ? AGAIN_MS : DELAY_MS);
    return () => clearTimeout(timer);
  }, [state, draft, save]);

  useEffect(() => {
    if (state === "saved") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [state]);

  // Leaving the page inside the portal sends what still waits.
  useEffect(() => {
    held.current.left = false;
    return () => {
      held.current.left = true;
      void save().catch(() => undefined);
    };
  }, [save]);

  return { draft, state, refusal, change, save, overwrite };
}
