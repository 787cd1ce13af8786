import { Button } from "@kit/ui/button";
import { clsx } from "clsx";
import { Archive, ArrowDown, ArrowUp, Pencil, Plus } from "lucide-react";
import { t, tn } from "@/i18n/t";
import type { Branch } from "./tree";

const INDENT = ["pl-4", "pl-9", "pl-14", "pl-18", "pl-22", "pl-26"];

interface CategoryRowProps {
  branch: Branch;
  mayEdit: boolean;
  onEdit: () => void;
  onAdd: () => void;
  onMove: (position: number) => void;
  onArchive: () => void;
}

export function CategoryRow({ branch, mayEdit, onEdit, onAdd, onMove, onArchive }: CategoryRowProps) {
  const { category, depth, place, siblings } = branch;
  const { name } = category;
  return (
    <li className={clsx("flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 pr-2", INDENT[depth])}>
      <span className="min-w-0 flex-1 basis-40">
        <span className={clsx("wrap-anywhere text-sm", depth === 0 && "font-semibold")}>{name}</span>
        <span className="block text-muted text-xs">
          /c/{category.slug} · {tn("{count} product", "{count} products", category.products)}
        </span>
      </span>
      {mayEdit && (
        <span className="flex">
          <Act label={t("Up: {name}", { name })} icon={ArrowUp} off={place === 0} act={() => onMove(place - 1)} />
          <Act
            label={t("Down: {name}", { name })}
            icon={ArrowDown}
            off={place === siblings - 1}
            act={() => onMove(place + 1)}
          />
          <Act label={t("Add below {name}", { name })} icon={Plus} act={onAdd} />
          <Act label={t("Change {name}", { name })} icon={Pencil} act={onEdit} />
          <Act label={t("Archive {name}", { name })} icon={Archive} act={onArchive} />
        </span>
      )}
    </li>
  );
}

function Act({ label, icon: Icon, off, act }: { label: string; icon: typeof Plus; off?: boolean; act: () => void }) {
  return (
    <Button look="quiet" size="icon" aria-label={label} isDisabled={off} onPress={act}>
      <Icon aria-hidden size={15} />
    </Button>
  );
}
