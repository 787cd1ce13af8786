import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { useNavigate } from "@tanstack/react-router";
import { type Method, stepUp, stepUpPasskey } from "./factor-api";
import { FactorForm } from "./factor-form";

interface StepUpDialogProps {
  methods: Method[];
  onClose: (proved: boolean) => void;
}

export function StepUpDialog({ methods, onClose }: StepUpDialogProps) {
  if (methods.length === 0) return <NothingToAsk onClose={() => onClose(false)} />;
  return (
    <Dialog title={t("Confirm that it is you")} onClose={() => onClose(false)} alert>
      <div className="flex flex-col gap-4">
        <p className="text-muted text-sm">
          {t("This moves money or power. Afterwards you are not asked again for five minutes.")}
        </p>
        <FactorForm
          methods={methods}
          label={t("Confirm")}
          send={stepUp}
          beginPasskey={stepUpPasskey}
          done={() => onClose(true)}
        />
      </div>
    </Dialog>
  );
}

function NothingToAsk({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const open = () => {
    onClose();
    void navigate({ to: "/security" });
  };
  return (
    <Dialog title={t("This needs a second step")} onClose={onClose} alert>
      <p className="text-muted text-sm">
        {t("Set up an authenticator app or a passkey first. It takes a minute, and then you can do this.")}
      </p>
      <DialogFooter>
        <Button onPress={onClose}>{t("Cancel")}</Button>
        <Button look="solid" onPress={open}>
          {t("Open Security")}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
