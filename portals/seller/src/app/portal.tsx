import { usePortalInfo } from "@kit/app/portal-info";
import { AuthProvider } from "@kit/auth/auth-provider";
import { LoginScreen } from "@kit/auth/login-screen";
import { BrandMark } from "@kit/shell/brand-mark";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "@/i18n/t";
import { makeRouter } from "./router";

export function Portal() {
  const info = usePortalInfo();
  const [router] = useState(makeRouter);
  const brand = info?.brand?.name ?? "Haat";
  return (
    <AuthProvider
      starting={null}
      login={(onAccess) => (
        <LoginScreen
          mark={<BrandMark name={brand} place={t("Seller portal")} />}
          title={t("Sell on {brand}", { brand })}
          lead={t("Sign in to your shop, or start an application with your mobile number.")}
          onAccess={onAccess}
        />
      )}
    >
      <RouterProvider router={router} />
    </AuthProvider>
  );
}
