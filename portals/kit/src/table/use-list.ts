import { http, type Query } from "@kit/http/client";
import type { Meta } from "@kit/http/envelope";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

export interface Page<Row> {
  rows: Row[];
  total: number;
  meta: Meta;
}

/** One page of a list endpoint; the page before stays visible while the next one comes. */
export function useList<Row>(
  path: string,
  query: Query,
  options: { refetchInterval?: number; enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: [path, query],
    queryFn: async ({ signal }): Promise<Page<Row>> => {
      const { data, meta } = await http.get<Row[]>(path, query, signal);
      return { rows: data, total: meta.total ?? data.length, meta };
    },
    placeholderData: keepPreviousData,
    ...options,
  });
}
