import type { NavSection } from "@kit/shell/nav";
import { BadgeCheck, History, Inbox, LifeBuoy, Store, Users } from "lucide-react";
import { usePlatformOverview } from "@/features/overview/use-overview";
import { t } from "@/i18n/t";

export function usePlatformSections(): NavSection[] {
  const { data } = usePlatformOverview();
  return [
    {
      items: [
        { to: "/", label: t("Home"), icon: Inbox, key: "h", exact: true },
        {
          to: "/verification",
          label: t("Verification"),
          icon: BadgeCheck,
          key: "v",
          count: data?.entities_waiting,
          needs: "entities.read",
        },
        { to: "/brands", label: t("Brands"), icon: Store, key: "b", needs: "brands.read" },
        { to: "/people", label: t("People"), icon: LifeBuoy, key: "p", needs: "people.reset" },
        { to: "/team", label: t("Team"), icon: Users, key: "t" },
        { to: "/audit", label: t("Audit log"), icon: History, key: "l", needs: "audit.read" },
      ],
    },
  ];
}
