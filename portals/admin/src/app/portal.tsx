import { usePortalInfo } from "@kit/app/portal-info";
import { AuthProvider, useAuth } from "@kit/auth/auth-provider";
import { BrandMark } from "@kit/shell/brand-mark";
import { Invited } from "@kit/team/answers-first";
import { useFollowedLink } from "@kit/team/link";
import { letterLead, letterTitle } from "@kit/team/words";
import { VIEW_PATH } from "@kit/view-as/view";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { t } from "@/i18n/t";
import { NoAccess } from "./no-access";
import { makeRouter } from "./router";

// Most visits are signed in already and never see it.
const ViewEntry = lazy(async () => ({ default: (await import("@kit/view-as/view-entry")).ViewEntry }));
const LoginScreen = lazy(async () => ({ default: (await import("@kit/auth/login-screen")).LoginScreen }));

export function Portal() {
  const info = usePortalInfo();
  const brand = info?.brand?.name;
  const place = brand ? t("Brand admin") : t("Platform");
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
            mark={<BrandMark name={brand ?? "Haat"} place={place} />}
            title={letter ? letterTitle(letter) : brand ? t("Run {brand}", { brand }) : t("Run the platform")}
            lead={
              problem ||
              (letter ? letterLead(letter) : t("For staff. Sign in with the number or e-mail that was invited."))
            }
            onAccess={onAccess}
          />
        </Suspense>
      )}
    >
      <Invited>
        <Staff />
      </Invited>
    </AuthProvider>
  );
}

/** One build for two hosts: the server says which of the two this is. */
function Staff() {
  const { me } = useAuth();
  const [router] = useState(() => makeRouter(me.portal === "platform" ? "platform" : "admin"));
  return me.role ? <RouterProvider router={router} /> : <NoAccess />;
}
