import { parseSearch, type Search, stringifySearch } from "@kit/table/search";

/** The address of a list without what is of the moment, in one order: two that show the same are the same text. */
export function queryOf(search: Search): string {
  const kept = Object.entries(search).filter(([name, value]) => name !== "page" && name !== "view" && value);
  return stringifySearch(Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)))).slice(1);
}

/** The search that shows a view; `view` names it, so that what is changed afterwards is a change of this view. */
export function searchOf(query: string, id: string): Search {
  return { ...parseSearch(query), view: id };
}

export const sameList = (search: Search, query: string) => queryOf(search) === queryOf(parseSearch(query));
