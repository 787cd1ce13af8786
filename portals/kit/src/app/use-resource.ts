import { http, type Query } from "@kit/http/client";
import { useQuery } from "@tanstack/react-query";

/** One object of the API, kept under its path. */
export function useResource<Data>(
  path: string,
  query?: Query,
  options: { refetchInterval?: number; enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: [path, query],
    queryFn: async ({ signal }) => (await http.get<Data>(path, query, signal)).data,
    ...options,
  });
}
