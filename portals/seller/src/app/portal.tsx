import { usePortalInfo } from "@kit/app/portal-info";
import { AuthProvider } from "@kit/auth/auth-provider";
import { BrandMark } from "@kit/shell/brand-mark";
import { Invited } from "@kit/team/answers-first";
import { useFollowedLink } from "@kit/team/link";
import { letterLead, letterTitle } from "@kit/team/words";
import { VIEW_PATH } from "@kit/view-as/view";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { t } from "@/i18n/t";
import { makeRouter } from "./router";

// Most visits are signed in already and never see it.
const ViewEntry = lazy(async () => ({ default: (await import("@kit/view-as/view-entry")).ViewEntry }));
const LoginScreen = lazy(async () => ({ default: (await import("@kit/auth/login-screen")).LoginScreen }));

export function Portal() {
  const info = usePortalInfo();
  const [router] = useState(makeRouter);
  const brand = info?.brand?.name ?? "Haat";
  const { letter, problem } = useFollowedLink();
  if (location.pathname === VIEW_PATH)
    return (
      <Suspense>
        <ViewEntry />
      </Suspense>
    );
  return (
    <AuthProvider
      starting={null}
      login={(onAccess) => (
        <Suspense>
          <LoginScreen
            mark={<BrandMark name={brand} place={t("Seller portal")} />}
            title={letter ? letterTitle(letter) : t("Sell on {brand}", { brand })}
            lead={
              problem ||
              (letter
                ? letterLead(letter)
                : t("Sign in to your shop, or start an application with your mobile number."))
            }
            onAccess={onAccess}
          />
        </Suspense>
      )}
    >
      <Invited>
        <RouterProvider router={router} />
      </Invited>
    </AuthProvider>
  );
}
