import { t } from "@kit/i18n/t";
import { Dialog } from "@kit/ui/dialog";
import { Kbd } from "@kit/ui/kbd";

export interface KeyHelp {
  keys: string;
  label: string;
}

export function KeysHelp({ keys, onClose }: { keys: KeyHelp[]; onClose: () => void }) {
  const everywhere: KeyHelp[] = [
    { keys: "Ctrl K", label: t("Search and commands") },
    { keys: "?", label: t("This list of keys") },
    { keys: "j / k", label: t("Next and previous row") },
    { keys: "Enter", label: t("Open the row") },
    { keys: "x", label: t("Choose this row") },
  ];
  return (
    <Dialog title={t("Keys")} onClose={onClose}>
      <ul className="flex flex-col gap-2 text-sm">
        {[...everywhere, ...keys].map(({ keys: combination, label }) => (
          <li key={combination} className="flex items-center justify-between gap-4">
            {label}
            <Kbd>{combination}</Kbd>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
