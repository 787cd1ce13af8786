import { EnrolApp } from "@kit/auth/enrol-app";
import { RecoveryCodes } from "@kit/auth/recovery-codes";
import { t } from "@kit/i18n/t";
import { Dialog } from "@kit/ui/dialog";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** Adds an authenticator app; the first factor brings recovery codes with it. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const [codes, setCodes] = useState<string[]>();
  const finish = () => {
    toastDone(t("The app was added."));
    onClose();
    void queries.invalidateQueries();
  };
  return (
    <Dialog
      title={codes ? t("Recovery codes") : t("Add an authenticator app")}
      onClose={codes ? finish : onClose}
      alert
    >
      {codes ? (
        <RecoveryCodes codes={codes} onDone={finish} />
      ) : (
        <EnrolApp onDone={({ recovery_codes }) => (recovery_codes ? setCodes(recovery_codes) : finish())} />
      )}
    </Dialog>
  );
}
