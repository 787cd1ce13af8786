import { type Factor, removeFactor } from "@kit/auth/factor-api";
import { ActDialog } from "@kit/form/act-dialog";
import { t } from "@kit/i18n/t";

interface RemoveDialogProps {
  kind: "authenticators" | "passkeys";
  factor: Factor;
  onClose: () => void;
}

export function RemoveDialog({ kind, factor, onClose }: RemoveDialogProps) {
  return (
    <ActDialog
      title={t("Remove “{name}”?", { name: factor.name })}
      consequence={t("It can no longer confirm that it is you. We tell you by e-mail and SMS.")}
      values={{}}
      label={t("Remove")}
      danger
      send={() => removeFactor(kind, factor.id)}
      doneText={t("Removed.")}
      onClose={onClose}
    />
  );
}
