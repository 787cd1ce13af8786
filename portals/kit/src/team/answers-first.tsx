import { useResource } from "@kit/app/use-resource";
import { useAuth } from "@kit/auth/auth-provider";
import { Loaded } from "@kit/ui/loaded";
import { lazy, type ReactNode, Suspense } from "react";
import { INVITATION_PATH } from "./link";
import type { Letter } from "./types";

// Seen once in a working life, so it is not part of the first load.
const Letters = lazy(async () => ({ default: (await import("./letters")).Letters }));

/** Whoever was invited answers first; everybody else goes on. */
export function Invited({ children }: { children: ReactNode }) {
  const { me } = useAuth();
  const followed = location.pathname === INVITATION_PATH;
  const asks = !me.viewing && (followed || !me.role);
  const query = useResource<Letter[]>("me/invitations", undefined, { enabled: asks });
  if (!asks || (!followed && query.data?.length === 0)) return children;
  return (
    <main className="mx-auto max-w-xl px-4 pt-[8vh] pb-16">
      <Loaded query={query}>
        {(letters) => (
          <Suspense>
            <Letters letters={letters} />
          </Suspense>
        )}
      </Loaded>
    </main>
  );
}
