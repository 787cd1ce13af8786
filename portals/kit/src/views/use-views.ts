import { http } from "@kit/http/client";
import type { Search } from "@kit/table/search";
import type { ListState } from "@kit/table/use-list-state";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { queryOf, searchOf } from "./query";
import type { SavedView } from "./types";

/** A person's views of one list. A list that is opened without an address of its own opens with the default one. */
export function useViews(path: string, place: string, list: ListState) {
  const navigate = useNavigate();
  const { data = [], isSuccess } = useQuery({
    queryKey: [path, place],
    queryFn: async ({ signal }) => (await http.get<SavedView[]>(path, { place }, signal)).data,
  });
  const opened = useRef(false);
  const first = data.find(({ is_default }) => is_default);
  const isBare = queryOf(list.search) === "" && !list.search.view;
  const show = (search: Search, replace = false) => void navigate({ to: ".", search: search as never, replace });
  useEffect(() => {
    if (!isSuccess || opened.current) return;
    opened.current = true;
    if (first && isBare) void navigate({ to: ".", search: searchOf(first.query, first.id) as never, replace: true });
  }, [isSuccess, first, isBare, navigate]);
  return { views: data, show };
}
