import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { menuItemClass } from "@kit/ui/menu";
import { ChevronDown } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { SavedView } from "./types";

interface ViewMenuProps {
  path: string;
  view: SavedView;
  isChanged: boolean;
  query: string;
  onRename: () => void;
  onNew: () => void;
  onGone: () => void;
  onReset: () => void;
}

/** What can be done with the view that is open. */
export function ViewMenu({ path, view, isChanged, query, onRename, onNew, onGone, onReset }: ViewMenuProps) {
  const patch = useAct((body: Partial<SavedView>) => call("PATCH", `${path}/${view.id}`, { body }), t("View saved"));
  const remove = useAct(async (_: undefined) => {
    await call("DELETE", `${path}/${view.id}`);
    onGone();
  }, t("View deleted"));
  const items = [
    ...(isChanged
      ? [
          { id: "keep", label: t("Keep the changes"), act: () => patch.run({ query }) },
          { id: "new", label: t("Save as a new view"), act: onNew },
          { id: "reset", label: t("Forget the changes"), act: onReset },
        ]
      : []),
    { id: "rename", label: t("Rename the view"), act: onRename },
    {
      id: "first",
      label: view.is_default ? t("Do not open the list with it") : t("Open the list with this view"),
      act: () => patch.run({ is_default: !view.is_default }),
    },
    { id: "delete", label: t("Delete the view"), act: () => remove.run(undefined) },
  ];
  return (
    <MenuTrigger>
      <Button size="sm" look="quiet" isPending={patch.running || remove.running}>
        {isChanged ? t("View changed") : t("View")}
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover placement="bottom start" className="pop min-w-48 p-1">
        <Menu
          aria-label={view.name}
          className="outline-none"
          onAction={(id) => items.find((item) => item.id === id)?.act()}
        >
          {items.map(({ id, label }) => (
            <MenuItem key={id} id={id} className={menuItemClass}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
