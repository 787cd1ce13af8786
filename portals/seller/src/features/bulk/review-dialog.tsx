import { toTyped } from "@kit/format/rupees";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { Notice } from "@kit/ui/notice";
import { t, tn } from "@/i18n/t";
import type { BulkAnswer, BulkResult } from "./api";

const SHOWN_MAX = 100;

interface ReviewDialogProps {
  trial: BulkAnswer;
  left: number;
  saving: boolean;
  onSave: () => void;
  onClose: () => void;
}

/** What the server would do, before it does it. */
export function ReviewDialog({ trial, left, saving, onSave, onClose }: ReviewDialogProps) {
  const changed = trial.results.filter(({ state }) => state === "changed");
  const refused = trial.refused + left;
  return (
    <Dialog title={t("Look it over")} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {refused > 0 && (
          <Notice
            tone="warn"
            title={tn("{count} row cannot be saved as it is.", "{count} rows cannot be saved as they are.", refused)}
          >
            {t("They stay in the grid with the reason, and the others are saved.")}
          </Notice>
        )}
        {changed.length === 0 && <p className="text-muted text-sm">{t("Nothing would change.")}</p>}
        <ul className="divide-y divide-line text-sm">
          {changed.slice(0, SHOWN_MAX).map((one) => (
            <li key={one.offer_id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
              <span className="font-medium">{one.sku}</span>
              <span className="text-muted">
                {changes(one).map(([name, from, to]) => (
                  <span key={name} className="ml-3 whitespace-nowrap">
                    {name} <s className="text-faint">{from}</s> <span className="tnum text-ink">{to}</span>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
        {changed.length > SHOWN_MAX && (
          <p className="text-muted text-sm">{t("… and {count} more rows", { count: changed.length - SHOWN_MAX })}</p>
        )}
        <DialogFooter>
          <Button onPress={onClose} isDisabled={saving}>
            {t("Back to the grid")}
          </Button>
          <Button look="solid" onPress={onSave} isPending={saving} isDisabled={changed.length === 0}>
            {tn("Save {count} row", "Save {count} rows", changed.length)}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}

function changes({ before, after }: BulkResult): [string, string, string][] {
  const names: Record<string, string> = {
    price_minor: t("Price"),
    mrp_minor: t("MRP"),
    on_hand: t("On the shelf"),
    handling_days: t("Days"),
    status: t("Status"),
  };
  const said: Record<string, string> = { active: t("On sale"), paused: t("Paused") };
  const text = (name: string, value: string | number | undefined) =>
    name.endsWith("_minor") ? toTyped(Number(value)) : (said[String(value)] ?? String(value));
  return Object.keys(after).map((name) => [names[name] ?? name, text(name, before[name]), text(name, after[name])]);
}
