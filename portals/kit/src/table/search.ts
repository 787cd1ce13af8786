/**
 * The view state of every list is its address: page, sort, order, q and named filters, all plain strings.
 * The router's own format would turn `q=123` into a number.
 */
export type Search = Record<string, string | undefined>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Search): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `?${text}` : "";
}

export const validateSearch = (search: Record<string, unknown>) => search as Search;
