import type { NavSection } from "@kit/shell/nav";
import { BookOpen, History, Inbox, Package, Percent, Store, Tag, Wallet } from "lucide-react";
import { useOverview } from "@/features/overview/use-overview";
import { t } from "@/i18n/t";

export function useBrandSections(): NavSection[] {
  const { data } = useOverview();
  const waiting = (kind: string) => data?.queue.find((entry) => entry.kind === kind)?.count;
  return [
    {
      items: [
        { to: "/", label: t("Home"), icon: Inbox, key: "h", exact: true },
        {
          to: "/orders",
          label: t("Orders"),
          icon: Package,
          key: "o",
          count: waiting("orders_late"),
          needs: "orders.read",
        },
        {
          to: "/sellers",
          label: t("Sellers"),
          icon: Store,
          key: "s",
          count: waiting("sellers_to_approve"),
          needs: "sellers.read",
        },
        {
          to: "/products",
          label: t("Products"),
          icon: Tag,
          key: "p",
          count: waiting("products_to_review"),
          needs: "products.read",
        },
      ],
    },
    {
      label: t("Money"),
      items: [
        {
          to: "/payouts",
          label: t("Payouts"),
          icon: Wallet,
          key: "y",
          count: waiting("payouts_due"),
          needs: "payouts.read",
        },
        { to: "/commission", label: t("Commission"), icon: Percent, key: "c", needs: "commission.read" },
        { to: "/ledger", label: t("Ledger"), icon: BookOpen, key: "l", needs: "ledger.read" },
      ],
    },
    {
      label: t("Control"),
      items: [{ to: "/audit", label: t("Audit log"), icon: History, key: "a", needs: "audit.read" }],
    },
  ];
}
