import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

export const menuItemClass =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2.5 text-sm outline-none sm:min-h-8 data-focused:bg-hover";

interface ChecklistMenuProps {
  trigger: ReactNode;
  label: string;
  items: { id: string; label: string }[];
  chosen: Set<string>;
  onChange: (chosen: Set<string>) => void;
}

/** A menu whose items are switched on and off, such as the columns of a table. */
export function ChecklistMenu({ trigger, label, items, chosen, onChange }: ChecklistMenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className="pop min-w-44 p-1">
        <Menu
          aria-label={label}
          className="max-h-80 overflow-auto outline-none"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(new Set(keys === "all" ? items.map(({ id }) => id) : [...keys].map(String)))
          }
        >
          {items.map(({ id, label: name }) => (
            <MenuItem key={id} id={id} textValue={name} className={menuItemClass}>
              {({ isSelected }) => (
                <>
                  <Check aria-hidden size={14} className={isSelected ? "" : "invisible"} />
                  {name}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
