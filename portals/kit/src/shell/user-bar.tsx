import { useAuth } from "@kit/auth/auth-provider";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Link } from "@tanstack/react-router";
import { LogOut, ShieldCheck } from "lucide-react";

/** Who is signed in, the way to how they sign in, and the way out. */
export function UserBar() {
  const { me, signOut } = useAuth();
  const name = me.user.name || me.user.email || me.user.phone || "";
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 pl-1.5">
      <Link
        to="/security"
        aria-label={`${name}, ${t("Security")}`}
        title={t("Security")}
        className="-m-1 flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-lg p-1 hover:bg-hover"
      >
        <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-hover font-medium text-xs">
          {name.slice(0, 1).toUpperCase()}
        </span>
        <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
        <ShieldCheck aria-hidden size={15} className="shrink-0 text-faint" />
      </Link>
      <Button look="quiet" size="icon" aria-label={t("Sign out")} onPress={() => void signOut()}>
        <LogOut aria-hidden size={16} />
      </Button>
    </div>
  );
}
