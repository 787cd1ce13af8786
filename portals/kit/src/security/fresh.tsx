import { ApiError } from "@kit/http/error";
import { toastProblem } from "@kit/ui/toast";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";

/**
 * For acts that the server lets only somebody do who showed a moment ago who they are. `run` tries; when the server
 * asks, `dialog` (put it on the screen) asks the person, and the act is tried once more.
 */
export function useFresh(): { run: (act: () => Promise<unknown>) => Promise<void>; dialog: ReactNode } {
  const [waiting, setWaiting] = useState<() => Promise<unknown>>();
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.code === "fresh_login_required") setWaiting(() => act);
      else toastProblem(problem);
    }
  };
  const dialog = waiting && (
    <ConfirmDialog
      onClose={() => setWaiting(undefined)}
      onConfirmed={() => {
        setWaiting(undefined);
        void attempt(waiting);
      }}
    />
  );
  return { run: attempt, dialog };
}
