import { useIdempotencyKey } from "@kit/http/idempotency";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";

/** A one-press act that waits for the server: nothing on the screen changes before it has said yes. */
export function useAct<Input>(send: (input: Input, key: string) => Promise<unknown>, doneText: string) {
  const queries = useQueryClient();
  const key = useIdempotencyKey();
  const mutation = useMutation({
    mutationFn: (input: Input) => send(input, key.current()),
    onSuccess: () => {
      key.renew();
      toastDone(doneText);
      return queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  return { run: mutation.mutate, running: mutation.isPending };
}
