import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { useQuery } from "@tanstack/react-query";
import type { Application } from "@/api/types";

export const applicationKey = ["seller/application"];

/** The application of the person signed in; null when none was begun. */
export function useApplication() {
  return useQuery({
    queryKey: applicationKey,
    queryFn: async ({ signal }) => {
      try {
        return (await http.get<Application>("seller/application", undefined, signal)).data;
      } catch (problem) {
        if (problem instanceof ApiError && problem.status === 404) return null;
        throw problem;
      }
    },
    // Checks run in the background, so a waiting applicant sees them arrive.
    refetchInterval: ({ state }) => (WAITING.has(state.data?.status ?? "") ? 5_000 : false),
  });
}

const WAITING = new Set(["submitted", "checking"]);
