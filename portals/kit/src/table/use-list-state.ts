import type { Query } from "@kit/http/client";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Search } from "./search";

export const ROWS_A_PAGE = 20;

export interface ListState {
  search: Search;
  page: number;
  sort: string | undefined;
  order: "asc" | "desc";
  /** What the list endpoint is asked for; also the key under which the answer is kept. */
  query: Query;
  /** Changes the address; any change but of the page itself goes back to the first page. */
  set: (change: Search) => void;
}

/** The list's state from the address and the way to change it. Names the server does not know stay out of `query`. */
export function useListState(defaults: { sort?: string; order?: "asc" | "desc" } = {}): ListState {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const { page, sort = defaults.sort, order = defaults.order ?? "asc", hide, view, ...filters } = search;
  return {
    search,
    page: Number(page) || 1,
    sort,
    order: order === "desc" ? "desc" : "asc",
    query: { ...filters, page: Number(page) || 1, limit: ROWS_A_PAGE, sort, order: sort && order },
    set: (change) => {
      const next = { ...search, page: undefined, ...change };
      void navigate({ to: ".", search: next as never, replace: !("page" in change) });
    },
  };
}
