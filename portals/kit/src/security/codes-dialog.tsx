import { RecoveryCodes } from "@kit/auth/recovery-codes";
import { t } from "@kit/i18n/t";
import { Dialog } from "@kit/ui/dialog";

export function CodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  return (
    <Dialog title={t("Recovery codes")} onClose={onClose} alert>
      <RecoveryCodes codes={codes} onDone={onClose} />
    </Dialog>
  );
}
