import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";

/** Starts every payout whose day has come. What is due is the server's decision at that moment. */
export function RunPayouts() {
  const [open, setOpen] = useState(false);
  if (!useCan("payouts.run")) return null;
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("Run payouts")}
      </Button>
      {open && (
        <ActDialog
          title={t("Run payouts")}
          consequence={t(
            "Every payout whose due day has come is sent to its seller's bank, one transfer for each. A transfer cannot be called back.",
          )}
          values={{}}
          label={t("Send the money")}
          send={(_, key) => http.post("admin/payout-runs", {}, key)}
          doneText={t("The transfers are on their way")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
