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

const brandPages = () => [
  page("/", () => import("@/routes/brand/home"), "Home"),
  page("/orders", () => import("@/routes/brand/orders"), "Orders"),
  page("/orders/$number", () => import("@/routes/brand/order"), "OrderPage"),
  page("/returns", () => import("@/routes/brand/returns"), "Returns"),
  page("/returns/$number", () => import("@/routes/brand/return"), "ReturnPage"),
  page("/refunds", () => import("@/routes/brand/refunds"), "Refunds"),
  page("/documents", () => import("@/routes/brand/documents"), "Documents"),
  page("/sellers", () => import("@/routes/brand/sellers"), "Sellers"),
  page("/sellers/$id", () => import("@/routes/brand/seller"), "SellerPage"),
  page("/products", () => import("@/routes/brand/products"), "Products"),
  page("/products/$id/stock", () => import("@/routes/brand/product-stock"), "ProductStock"),
  page("/moderation", () => import("@/routes/brand/moderation"), "Moderation"),
  page("/reviews", () => import("@/routes/brand/reviews"), "Reviews"),
  page("/attributes", () => import("@/routes/brand/attributes"), "Attributes"),
  page("/categories", () => import("@/routes/brand/categories"), "Categories"),
  page("/collections", () => import("@/routes/brand/collections"), "Collections"),
  page("/collections/new/$kind", () => import("@/routes/brand/collection"), "NewCollection"),
  page("/collections/$id", () => import("@/routes/brand/collection"), "CollectionPage"),
  page("/search", () => import("@/routes/brand/search"), "Search"),
  page("/commission", () => import("@/routes/brand/commission-rules"), "CommissionRules"),
  page("/commission/lines", () => import("@/routes/brand/commission-lines"), "CommissionLines"),
  page("/gift-cards", () => import("@/routes/brand/gift-cards"), "GiftCards"),
  page("/gift-cards/$id", () => import("@/routes/brand/gift-card"), "GiftCardPage"),
  page("/promotions", () => import("@/routes/brand/promotions"), "Promotions"),
  page("/promotions/new", () => import("@/routes/brand/promotion-editor"), "NewPromotion"),
  page("/imports", () => import("@/routes/brand/imports"), "Imports"),
  page("/imports/$id", () => import("@/routes/brand/import"), "ImportPage"),
  page("/promotions/$id", () => import("@/routes/brand/promotion"), "PromotionPage"),
  page("/promotions/$id/edit", () => import("@/routes/brand/promotion-editor"), "EditPromotion"),
  page("/ledger", () => import("@/routes/brand/ledger"), "Ledger"),
  page("/ledger/transactions", () => import("@/routes/brand/ledger-transactions"), "LedgerTransactions"),
  page("/recon", () => import("@/routes/brand/recon"), "ReconPage"),
  page("/recon/$id", () => import("@/routes/brand/difference"), "DifferencePage"),
  page("/disputes", () => import("@/routes/brand/disputes"), "Disputes"),
  page("/disputes/$id", () => import("@/routes/brand/dispute"), "DisputePage"),
  page("/reports", () => import("@/routes/brand/reports"), "Reports"),
  page("/commission/what-if", () => import("@/routes/brand/what-if"), "WhatIfPage"),
  page("/payouts", () => import("@/routes/brand/payouts"), "Payouts"),
  page("/payouts/preview", () => import("@/routes/brand/payout-preview"), "PayoutPreview"),
  page("/payouts/runs", () => import("@/routes/brand/payout-runs"), "PayoutRuns"),
  page("/payouts/runs/$id", () => import("@/routes/brand/payout-run"), "PayoutRunPage"),
  page("/payouts/bank", () => import("@/routes/brand/bank-files"), "BankFiles"),
  page("/payouts/bank/$id", () => import("@/routes/brand/bank-file"), "BankFilePage"),
  page("/payouts/cash", () => import("@/routes/brand/cash"), "CashPage"),
  page("/payouts/adjustments", () => import("@/routes/brand/adjustments"), "Adjustments"),
  page("/payouts/plans", () => import("@/routes/brand/payout-plans"), "PayoutPlans"),
  page("/payouts/$id", () => import("@/routes/brand/payout"), "PayoutPage"),
  page("/team", () => import("@/routes/team"), "Team"),
  page("/audit", () => import("@/routes/audit"), "BrandAudit"),
  page("/security", () => import("@kit/security/security-page"), "SecurityPage"),
  page("/sign-in", () => import("@/routes/brand/issuers"), "IssuersPage"),
  page("/settings", () => import("@/routes/brand/settings"), "Settings"),
];

const platformPages = () => [
  page("/", () => import("@/routes/platform/home"), "Home"),
  page("/brands", () => import("@/routes/platform/brands"), "Brands"),
  page("/brands/new", () => import("@/routes/platform/new-brand"), "NewBrand"),
  page("/brands/$slug", () => import("@/routes/platform/brand"), "BrandPage"),
  page("/verification", () => import("@/routes/platform/entities"), "Entities"),
  page("/verification/$id", () => import("@/routes/platform/entity"), "EntityPage"),
  page("/people", () => import("@/routes/platform/people"), "People"),
  page("/team", () => import("@/routes/team"), "Team"),
  page("/audit", () => import("@/routes/audit"), "PlatformAudit"),
  page("/security", () => import("@kit/security/security-page"), "SecurityPage"),
];

/** The two portals share addresses such as /audit, but never a page: each host gets its own table of routes. */
export function makeRouter(portal: "admin" | "platform") {
  const routeTree = root.addChildren(portal === "platform" ? platformPages() : brandPages());
  return createRouter({ routeTree, ...routerDefaults });
}
