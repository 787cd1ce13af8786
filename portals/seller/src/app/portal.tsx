import { usePortalInfo } from "@kit/app/portal-info";
import { AuthProvider } from "@kit/auth/auth-provider";
import { LoginScreen } from "@kit/auth/login-screen";
import { BrandMark } from "@kit/shell/brand-mark";
import { t } from "@/i18n/t";

export function Portal() {
  const info = usePortalInfo();
  const mark = <BrandMark name={info?.brand?.name ?? "Haat"} place={t("Seller portal")} />;
  return (
    <AuthProvider
      starting={null}
      login={(onAccess) => (
        <LoginScreen
          mark={mark}
          title={t("Sign in")}
          lead={t("Your orders, products and payouts.")}
          onAccess={onAccess}
        />
      )}
    >
      {mark}
    </AuthProvider>
  );
}
