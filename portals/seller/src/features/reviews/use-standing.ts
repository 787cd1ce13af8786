import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import type { Standing } from "./types";

export function useStanding() {
  return useResource<Standing>("seller/reviews/standing", undefined, { enabled: useCan("reviews.answer") });
}

/** Reviews with words that nobody has answered. */
export const useUnanswered = () => useStanding().data?.unanswered;
