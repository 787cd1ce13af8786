import type { Query } from "@kit/http/client";
import { useList } from "./use-list";

const REFRESH_MS = 60_000;

/** How many rows a list has, without its rows; undefined while unknown or not asked. */
export function useTotal(path: string, query: Query, enabled = true): number | undefined {
  return useList(path, { ...query, limit: 1 }, { refetchInterval: REFRESH_MS, enabled }).data?.total;
}
