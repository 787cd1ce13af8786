import { routerDefaults } from "@kit/app/router";
import { validateSearch } from "@kit/table/search";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Layout } from "./layout";

const root = createRootRoute({ component: Layout, validateSearch });

/** A page and the chunk that holds it. */
function page<Module extends Record<string, unknown>>(path: string, load: () => Promise<Module>, name: keyof Module) {
  return createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name as never),
  });
}

const routeTree = root.addChildren([
  page("/", () => import("@/routes/home"), "Home"),
  page("/application", () => import("@/routes/application"), "ApplicationPage"),
  page("/orders", () => import("@/routes/orders"), "Orders"),
  page("/orders/$number", () => import("@/routes/order"), "OrderPage"),
  page("/returns", () => import("@/routes/returns"), "Returns"),
  page("/returns/$number", () => import("@/routes/return"), "ReturnPage"),
  page("/documents", () => import("@/routes/documents"), "Documents"),
  page("/imports", () => import("@/routes/imports"), "Imports"),
  page("/imports/$id", () => import("@/routes/import"), "ImportPage"),
  page("/products", () => import("@/routes/products"), "Products"),
  page("/products/new", () => import("@/routes/new-product"), "NewProduct"),
  page("/products/$id", () => import("@/routes/product"), "ProductPage"),
  page("/products/$id/edit", () => import("@/routes/edit-product"), "EditProduct"),
  page("/stock", () => import("@/routes/stock"), "Stock"),
  page("/stock/edit", () => import("@/routes/stock-edit"), "StockEdit"),
  page("/stock/places", () => import("@/routes/places"), "Places"),
  page("/stock/numbered/$id", () => import("@/routes/numbered"), "Numbered"),
  page("/stock/bundles/$id", () => import("@/routes/bundle"), "BundlePage"),
  page("/stock/movements", () => import("@/routes/stock-movements"), "StockMovements"),
  page("/payouts", () => import("@/routes/payouts"), "Payouts"),
  page("/payouts/$id", () => import("@/routes/payout"), "PayoutPage"),
  page("/disputes", () => import("@/routes/disputes"), "Disputes"),
  page("/disputes/$id", () => import("@/routes/dispute"), "DisputePage"),
  page("/reviews", () => import("@/routes/reviews"), "Reviews"),
  page("/security", () => import("@kit/security/security-page"), "SecurityPage"),
  page("/team", () => import("@/routes/team"), "Team"),
  page("/promotions", () => import("@/routes/promotions"), "Promotions"),
  page("/statement", () => import("@/routes/statement"), "Statement"),
]);

export const makeRouter = () => createRouter({ routeTree, ...routerDefaults });
