import { useResource } from "@kit/app/use-resource";
import type { Overview } from "@/api/types";

const REFRESH_MS = 30_000;

/** Today's work. Someone who has only applied has no shop yet and gets a refusal instead. */
export const useOverview = () => useResource<Overview>("seller/overview", undefined, { refetchInterval: REFRESH_MS });
