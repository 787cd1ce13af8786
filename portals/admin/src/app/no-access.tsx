import { useAuth } from "@kit/auth/auth-provider";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Lock } from "lucide-react";
import { t } from "@/i18n/t";

export function NoAccess() {
  const { me, signOut } = useAuth();
  return (
    <main className="pt-[12vh]">
      <EmptyState icon={Lock} title={t("No access here")} action={<Button onPress={signOut}>{t("Sign out")}</Button>}>
        {t("{person} is not on the staff of this place. Ask an owner to be invited.", {
          person: me.user.email ?? me.user.phone ?? me.user.name,
        })}
      </EmptyState>
    </main>
  );
}
