import { useCan } from "@kit/auth/use-can";
import type { NavSection } from "@kit/shell/nav";
import { useTotal } from "@kit/table/use-total";
import {
  BadgePercent,
  BookOpen,
  CheckCheck,
  FileSpreadsheet,
  Files,
  FolderTree,
  Gift,
  History,
  Inbox,
  KeyRound,
  LibraryBig,
  Package,
  Percent,
  Scale,
  Search,
  Settings as SettingsIcon,
  ShieldQuestion,
  SlidersHorizontal,
  Star,
  Store,
  Tag,
  Undo2,
  Users,
  Wallet,
} from "lucide-react";
import { useWaiting } from "@/features/overview/use-waiting";
import { t } from "@/i18n/t";

/** The places of a brand's staff; numbers beside them are work that waits. */
export function useBrandSections(): NavSection[] {
  const { sellers, products, reviews, payouts, differences, disputes } = useWaiting();
  const claims = useTotal("admin/returns", { status: "escalated" }, useCan("orders.read"));
  return [
    {
      items: [
        { to: "/", label: t("Home"), icon: Inbox, key: "h", exact: true },
        { to: "/orders", label: t("Orders"), icon: Package, key: "o", needs: "orders.read" },
        { to: "/returns", label: t("Returns"), icon: Undo2, key: "j", count: claims, needs: "orders.read" },
        { to: "/sellers", label: t("Sellers"), icon: Store, key: "s", count: sellers, needs: "sellers.read" },
        {
          to: "/moderation",
          label: t("Moderation"),
          icon: CheckCheck,
          key: "m",
          count: products,
          needs: "products.read",
        },
        { to: "/reviews", label: t("Reviews"), icon: Star, key: "w", count: reviews, needs: "reviews.moderate" },
      ],
    },
    {
      label: t("Catalogue"),
      items: [
        { to: "/products", label: t("Products"), icon: Tag, key: "p", needs: "products.read" },
        { to: "/imports", label: t("Import"), icon: FileSpreadsheet, key: "i", needs: "products.read" },
        { to: "/categories", label: t("Categories"), icon: FolderTree, key: "e", needs: "products.read" },
        { to: "/attributes", label: t("Attributes"), icon: SlidersHorizontal, key: "b", needs: "products.read" },
        { to: "/collections", label: t("Collections"), icon: LibraryBig, key: "n", needs: "products.read" },
        { to: "/search", label: t("Search"), icon: Search, key: "f", needs: "products.read" },
      ],
    },
    {
      label: t("Money"),
      items: [
        { to: "/payouts", label: t("Payouts"), icon: Wallet, key: "y", count: payouts, needs: "payouts.read" },
        {
          to: "/disputes",
          label: t("Disputes"),
          icon: ShieldQuestion,
          key: "u",
          count: disputes,
          needs: "disputes.read",
        },
        { to: "/promotions", label: t("Promotions"), icon: BadgePercent, key: "d", needs: "promotions.read" },
        { to: "/gift-cards", label: t("Gift cards"), icon: Gift, key: "v", needs: "giftcards.read" },
        { to: "/commission", label: t("Commission"), icon: Percent, key: "c", needs: "commission.read" },
        { to: "/ledger", label: t("Ledger"), icon: BookOpen, key: "l", needs: "ledger.read" },
        {
          to: "/recon",
          label: t("Reconciliation"),
          icon: Scale,
          key: "r",
          count: differences,
          needs: "recon.read",
        },
        { to: "/documents", label: t("Documents"), icon: Files, key: "k", needs: "documents.read" },
        { to: "/reports", label: t("Reports"), icon: FileSpreadsheet, key: "x", needs: "reports.read" },
      ],
    },
    {
      label: t("Control"),
      items: [
        { to: "/team", label: t("Team"), icon: Users, key: "t" },
        { to: "/audit", label: t("Audit log"), icon: History, key: "a", needs: "audit.read" },
        { to: "/sign-in", label: t("Sign-in"), icon: KeyRound, key: "q", needs: "signin.edit" },
        { to: "/settings", label: t("Settings"), icon: SettingsIcon, key: "g", needs: "settings.edit" },
      ],
    },
  ];
}
