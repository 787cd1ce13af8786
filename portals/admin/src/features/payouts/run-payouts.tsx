import { useResource } from "@kit/app/use-resource";
import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Overview } from "@/api/types";
import { t } from "@/i18n/t";

/** Sends everything that is due. The sum is asked from the server again when the dialog opens. */
export function RunPayouts() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("Run payouts")}
      </Button>
      {open && <RunDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function RunDialog({ onClose }: { onClose: () => void }) {
  const { data } = useResource<Overview>("admin/overview");
  return (
    <ActDialog
      title={t("Run payouts")}
      consequence={
        data
          ? t("{amount} leave to sellers whose return windows have closed. Each seller gets one transfer.", {
              amount: data.payouts_due.text,
            })
          : t("Asking what is due …")
      }
      values={{}}
      label={t("Send the money")}
      unlocked={() => data !== undefined}
      send={(_, key) => http.post("admin/payout-runs", {}, key)}
      doneText={t("The transfers are on their way")}
      onClose={onClose}
    />
  );
}
