import { call, http } from "@kit/http/client";
import { toastProblem } from "@kit/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { t, tn } from "@/i18n/t";
import type { Batch, Wish } from "./types";

const UNDO_SHOWN_MS = 20_000;

/** Sends decisions, says what became of each, and offers to take them back. */
export function useDecide() {
  const queries = useQueryClient();
  const fresh = () => queries.invalidateQueries();
  const undo = useMutation({
    mutationFn: async (batch: string) => (await call<Batch>("DELETE", `admin/moderation/decisions/${batch}`)).data,
    onSuccess: (batch) => {
      tell(batch, (count) => tn("{count} decision taken back", "{count} decisions taken back", count));
      return fresh();
    },
    onError: toastProblem,
  });
  const decide = useMutation({
    mutationFn: async (decisions: Wish[]) => (await http.post<Batch>("admin/moderation/decisions", { decisions })).data,
    onSuccess: (batch) => {
      tell(batch, (count) => tn("{count} decided", "{count} decided", count), {
        label: t("Take back"),
        onClick: () => undo.mutate(batch.id),
      });
      return fresh();
    },
    onError: toastProblem,
  });
  return { decide: decide.mutate, deciding: decide.isPending || undo.isPending };
}

function tell(batch: Batch, words: (count: number) => string, action?: { label: string; onClick: () => void }) {
  const done = batch.outcomes.filter((one) => one.done).length;
  if (done > 0) toast.success(words(done), { action, duration: action ? UNDO_SHOWN_MS : undefined });
  for (const refused of batch.outcomes.filter((one) => !one.done)) toast.error(refused.sentence, { duration: 12_000 });
}
