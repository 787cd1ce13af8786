import { useAuth } from "@kit/auth/auth-provider";
import { useCan } from "@kit/auth/use-can";
import { BrandMark } from "@kit/shell/brand-mark";
import { Workspace } from "@kit/shell/workspace";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { ApplicationBanner } from "@/features/application/application-banner";
import { useApplication } from "@/features/application/use-application";
import { t } from "@/i18n/t";
import { useSections } from "./sections";

// Few work for two shops of one brand.
const ShopSwitcher = lazy(async () => ({ default: (await import("@/features/shop/shop-switcher")).ShopSwitcher }));

const AtWorkBanner = lazy(async () => ({ default: (await import("@kit/files/at-work-banner")).AtWorkBanner }));

export function Layout() {
  const { me } = useAuth();
  const { data: application } = useApplication();
  const navigate = useNavigate();
  const sections = useSections();
  const mayImport = useCan("products.edit");
  const search = (to: string) => (q: string) => void navigate({ to, search: { q } as never });
  return (
    <Workspace
      mark={<BrandMark name={(application?.shop_name || me.brand?.name) ?? "Haat"} place={place(me.brand?.name)} />}
      sections={sections}
      banner={
        <>
          {me.shops.length > 1 && (
            <Suspense>
              <ShopSwitcher />
            </Suspense>
          )}
          <ApplicationBanner />
          {mayImport && (
            <Suspense>
              <AtWorkBanner base="seller" />
            </Suspense>
          )}
        </>
      }
      searches={[
        {
          id: "find-order",
          icon: Search,
          label: (words) => t("Orders with “{words}”", { words }),
          run: search("/orders"),
        },
        {
          id: "find-product",
          icon: Search,
          label: (words) => t("Products with “{words}”", { words }),
          run: search("/products"),
        },
        { id: "find-sku", icon: Search, label: (words) => t("Stock of “{words}”", { words }), run: search("/stock") },
      ]}
    >
      <Outlet />
    </Workspace>
  );
}

const place = (brand: string | undefined) => (brand ? t("Seller on {brand}", { brand }) : t("Seller portal"));
