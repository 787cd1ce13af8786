import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "./error-state";
import { CardsSkeleton, ListSkeleton, PageSkeleton } from "./skeleton";

interface LoadedProps<Data> {
  query: UseQueryResult<Data, Error>;
  cards?: number;
  /** It fills a `flush` section: lines are drawn while it comes, not a page. */
  flush?: boolean;
  /** It stands below its page's heading: only cards are drawn while it comes. */
  below?: boolean;
  children: (data: Data) => ReactNode;
}

/** The three states of one fetched thing: coming, failed with a way to retry, here. */
export function Loaded<Data>({ query, cards = 2, flush, below, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorState problem={query.error} retry={query.refetch} />;
  if (flush) return <ListSkeleton />;
  return below ? <CardsSkeleton cards={cards} /> : <PageSkeleton cards={cards} />;
}
