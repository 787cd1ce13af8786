export interface Choice {
  value: string;
  label: string;
}

/** The request that choices come from, as `useQuery` answers it. */
export interface Source {
  data: unknown;
  error: Error | null;
  refetch: () => unknown;
}

/** Choices that a request brings: spread into a `Select`, which shows whether they are still coming or failed. */
export interface Fed {
  options: Choice[];
  source: Source;
}

/** What a list of choices is made of by its request; none until it has answered. */
export function fed<Data>(query: Source & { data: Data | undefined }, choices: (data: Data) => Choice[]): Fed {
  return { options: query.data === undefined ? [] : choices(query.data), source: query };
}

export const named = (rows: { id: string; name: string }[]): Choice[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));

export type SourceState = "ready" | "loading" | "failed";

export function stateOf(source: Source | undefined): SourceState {
  if (!source || source.data !== undefined) return "ready";
  return source.error ? "failed" : "loading";
}
