import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { toast } from "sonner";

export const toastDone = (sentence: string) => toast.success(sentence);

/** A refusal in the server's words, with the id that support can find. */
export function toastProblem(problem: unknown) {
  if (!(problem instanceof ApiError)) throw problem;
  toast.error(problem.message, {
    description: problem.requestId && t("Code for support: {id}", { id: problem.requestId }),
    duration: 8000,
  });
}
