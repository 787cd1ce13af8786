import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { t } from "@/i18n/t";

/** Two windows wrote at the same time: one of the two texts has to go, and that is said. */
export function LateDialog({ keepMine, takeTheirs }: { keepMine: () => void; takeTheirs: () => void }) {
  return (
    <Dialog title={t("This product was changed elsewhere")} alert onClose={takeTheirs}>
      <div className="flex flex-col gap-4">
        <p className="text-sm">
          {t(
            "Another window, or a colleague, saved this product while you wrote here. Only the fields that you changed differ: say whose words stay.",
          )}
        </p>
        <DialogFooter>
          <Button onPress={takeTheirs}>{t("Show theirs, drop mine")}</Button>
          <Button look="solid" onPress={keepMine}>
            {t("Keep mine")}
          </Button>
        </DialogFooter>
      </div>
    </Dialog>
  );
}
