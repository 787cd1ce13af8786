import { parseSearch, stringifySearch } from "@kit/table/search";
import { ErrorState } from "@kit/ui/error-state";
import { NotFound } from "@kit/ui/not-found";
import { PageSkeleton } from "@kit/ui/skeleton";

/** How every portal's router behaves: pages are fetched on intent, addresses are plain, errors stay on the page. */
export const routerDefaults = {
  defaultPreload: "intent",
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPendingComponent: () => <PageSkeleton />,
  defaultErrorComponent: ({ error, reset }: { error: unknown; reset: () => void }) => (
    <ErrorState problem={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  ),
  defaultNotFoundComponent: NotFound,
} as const;
