import { routerDefaults } from "@kit/app/router";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";

/** Draws one screen with a router and an empty cache around it, at the given address. */
export async function draw(screen: ReactNode, address = "/") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const root = createRootRoute();
  const any = createRoute({ getParentRoute: () => root, path: "$", component: () => screen });
  const first = createRoute({ getParentRoute: () => root, path: "/", component: () => screen });
  const router = createRouter({
    ...routerDefaults,
    routeTree: root.addChildren([first, any]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  await router.load();
  const view = render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { ...view, router };
}
