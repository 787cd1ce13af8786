import { useAuth } from "@kit/auth/auth-provider";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Link } from "@tanstack/react-router";
import { LogOut } from "lucide-react";

/** Who is signed in, and the way out. */
export function UserBar() {
  const { me, signOut } = useAuth();
  const name = me.user.name || me.user.email || me.user.phone || "";
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 pl-1.5">
      <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-hover font-medium text-xs">
        {name.slice(0, 1).toUpperCase()}
      </span>
      <Link to="/security" className="min-w-0 flex-1 truncate text-sm hover:underline" title={t("Your sign-in")}>
        {name}
      </Link>
      <Button look="quiet" size="icon" aria-label={t("Sign out")} onPress={() => void signOut()}>
        <LogOut aria-hidden size={16} />
      </Button>
    </div>
  );
}
