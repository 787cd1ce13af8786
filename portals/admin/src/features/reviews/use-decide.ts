import { http } from "@kit/http/client";
import { toastProblem } from "@kit/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { tn } from "@/i18n/t";
import type { Outcome, Wish } from "./types";

/** Sends one decision about some reviews and says what became of each. */
export function useDecide() {
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: async (wish: Wish) => (await http.post<Outcome[]>("admin/reviews/decisions", wish)).data,
    onSuccess: (outcomes) => {
      const done = outcomes.filter((one) => one.done).length;
      if (done > 0) toast.success(tn("{count} review decided", "{count} reviews decided", done));
      for (const one of outcomes.filter(({ done: isDone }) => !isDone)) toast.error(one.sentence, { duration: 12_000 });
      return queries.invalidateQueries();
    },
    onError: toastProblem,
  });
  return { decide: decide.mutate, deciding: decide.isPending };
}
