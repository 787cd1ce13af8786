import { http, type Query } from "@kit/http/client";
import { useQuery } from "@tanstack/react-query";

/** One object of the API, kept under its path. */
export function useResource<Data>(
  path: string,
  query?: Query,
  options: { refetchInterval?: number | ((data: Data | undefined) => number | false); enabled?: boolean } = {},
) {
  const { refetchInterval: again, enabled } = options;
  return useQuery({
    queryKey: [path, query],
    queryFn: async ({ signal }) => (await http.get<Data>(path, query, signal)).data,
    refetchInterval: typeof again === "function" ? ({ state }) => again(state.data) : again,
    enabled,
  });
}
