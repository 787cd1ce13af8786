import { useAuth } from "@kit/auth/auth-provider";
import type { NavSection } from "@kit/shell/nav";
import {
  BadgePercent,
  Boxes,
  FileSpreadsheet,
  Files,
  FileText,
  House,
  Package,
  ScrollText,
  ShieldQuestion,
  Star,
  Store,
  Undo2,
  Users,
  Wallet,
} from "lucide-react";
import { useUnanswered } from "@/features/reviews/use-standing";
import { useLowStock, useOrderCounts, useReturnCounts } from "@/features/today/use-work";
import { t } from "@/i18n/t";

/** The places of the portal; numbers beside them are work that waits. */
export function useSections(): NavSection[] {
  const { placed = 0, accepted = 0, packed = 0 } = useOrderCounts() ?? {};
  const { requested = 0, received = 0 } = useReturnCounts() ?? {};
  const returns = requested + received;
  const low = useLowStock();
  const unanswered = useUnanswered();
  const { viewing } = useAuth().me;
  const orders = placed + accepted + packed;
  return [
    {
      items: [
        { to: "/", label: t("Home"), icon: House, key: "h", exact: true },
        { to: "/orders", label: t("Orders"), icon: Package, key: "o", count: orders, needs: "orders.read" },
        { to: "/returns", label: t("Returns"), icon: Undo2, key: "r", count: returns, needs: "orders.read" },
        { to: "/stock", label: t("Stock"), icon: Boxes, key: "s", count: low, needs: "stock.edit" },
        { to: "/payouts", label: t("Payouts"), icon: Wallet, key: "y", needs: "payouts.read" },
        { to: "/disputes", label: t("Disputes"), icon: ShieldQuestion, key: "u", needs: "orders.read" },
        { to: "/products", label: t("Products"), icon: FileText, key: "p", needs: "products.edit" },
        { to: "/imports", label: t("Import"), icon: FileSpreadsheet, key: "i", needs: "products.edit" },
        { to: "/promotions", label: t("Promotions"), icon: BadgePercent, key: "d", needs: "promotions.edit" },
        { to: "/documents", label: t("Documents"), icon: Files, key: "c", needs: "orders.read" },
        {
          to: "/reviews",
          label: t("Reviews"),
          icon: Star,
          key: "v",
          count: unanswered,
          needs: "reviews.answer",
        },
        { to: "/statement", label: t("Statement"), icon: ScrollText, key: "t", needs: "payouts.read" },
      ],
    },
    ...(viewing ? [] : [shop()]),
  ];
}

/** What belongs to the shop's own people alone; a borrowed view does not show it. */
const shop = (): NavSection => ({
  label: t("Shop"),
  items: [
    { to: "/application", label: t("Application"), icon: Store, key: "a" },
    { to: "/team", label: t("Team"), icon: Users, key: "m", needs: "staff.edit" },
  ],
});
