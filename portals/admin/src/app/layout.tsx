import { useAuth } from "@kit/auth/auth-provider";
import { useCan } from "@kit/auth/use-can";
import { BrandMark } from "@kit/shell/brand-mark";
import { Workspace } from "@kit/shell/workspace";
import { Outlet, useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { t } from "@/i18n/t";
import { useBrandSections } from "./brand-sections";
import { usePlatformSections } from "./platform-sections";

const AtWorkBanner = lazy(async () => ({ default: (await import("@kit/files/at-work-banner")).AtWorkBanner }));

export function Layout() {
  const { me } = useAuth();
  return me.portal === "platform" ? <PlatformLayout /> : <BrandLayout brand={me.brand?.name ?? ""} />;
}

function useSearchAt() {
  const navigate = useNavigate();
  return (to: string) => (q: string) => void navigate({ to, search: { q } as never });
}

function BrandLayout({ brand }: { brand: string }) {
  const at = useSearchAt();
  const mayImport = useCan("products.read");
  return (
    <Workspace
      mark={<BrandMark name={brand} place={t("Brand admin")} />}
      sections={useBrandSections()}
      banner={
        mayImport && (
          <Suspense>
            <AtWorkBanner base="admin" />
          </Suspense>
        )
      }
      searches={[
        { id: "find-order", icon: Search, label: (words) => t("Orders with “{words}”", { words }), run: at("/orders") },
        {
          id: "find-seller",
          icon: Search,
          label: (words) => t("Sellers with “{words}”", { words }),
          run: at("/sellers"),
        },
        {
          id: "find-product",
          icon: Search,
          label: (words) => t("Products with “{words}”", { words }),
          run: at("/products"),
        },
      ]}
    >
      <Outlet />
    </Workspace>
  );
}

function PlatformLayout() {
  const at = useSearchAt();
  return (
    <Workspace
      mark={<BrandMark name="Haat" place={t("Platform")} />}
      sections={usePlatformSections()}
      searches={[
        { id: "find-brand", icon: Search, label: (words) => t("Brands with “{words}”", { words }), run: at("/brands") },
        {
          id: "find-entity",
          icon: Search,
          label: (words) => t("Businesses with “{words}”", { words }),
          run: at("/verification"),
        },
      ]}
    >
      <Outlet />
    </Workspace>
  );
}
