import { useAuth } from "@kit/auth/auth-provider";
import { t } from "@kit/i18n/t";
import { menuItemClass } from "@kit/ui/menu";
import { ChevronsUpDown, LogOut } from "lucide-react";
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";

export function UserMenu({ compact }: { compact?: boolean }) {
  const { me, signOut } = useAuth();
  const name = me.user.name || me.user.email || me.user.phone || "";
  return (
    <MenuTrigger>
      <Button
        aria-label={t("Account of {name}", { name })}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-lg p-1.5 text-left hover:bg-hover"
      >
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken font-medium text-xs"
        >
          {name.slice(0, 1).toUpperCase()}
        </span>
        {!compact && (
          <>
            <span className="min-w-0 flex-1 truncate text-sm">{name}</span>
            <ChevronsUpDown aria-hidden size={14} className="text-faint" />
          </>
        )}
      </Button>
      <Popover className="pop min-w-56 p-1">
        <Menu className="outline-none" onAction={() => void signOut()}>
          <MenuSection>
            <Header className="px-2.5 py-1.5 text-muted text-xs">{me.user.email ?? me.user.phone}</Header>
            <MenuItem id="out" className={menuItemClass}>
              <LogOut aria-hidden size={15} />
              {t("Sign out")}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
