import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { useQueryClient } from "@tanstack/react-query";
import { PATH, type Rates, type Tariff, type Zone } from "./tariff";

/**
 * Sends all rates at once, by the version that was read: what somebody else set meanwhile is not lost. It is refused then,
 * and the list behind shows what is new.
 */
export function useSave() {
  const queries = useQueryClient();
  return ({ version }: Tariff, zones: Zone[], elsewhere: Rates | null) =>
    http.put(PATH, { version, zones, elsewhere }).catch((problem: unknown) => {
      if (problem instanceof ApiError && problem.code === "rates_moved")
        queries.invalidateQueries({ queryKey: [PATH] });
      throw problem;
    });
}
