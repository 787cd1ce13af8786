import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "./error-state";
import { PageSkeleton } from "./skeleton";

interface LoadedProps<Data> {
  query: UseQueryResult<Data, Error>;
  cards?: number;
  children: (data: Data) => ReactNode;
}

/** The three states of one fetched thing: coming, failed with a way to retry, here. */
export function Loaded<Data>({ query, cards, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState problem={query.error} retry={query.refetch} />;
  return <PageSkeleton cards={cards} />;
}
