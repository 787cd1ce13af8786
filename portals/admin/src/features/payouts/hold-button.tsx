import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";

/** Lets one payout that has not started wait. */
export function HoldButton({ payoutId }: { payoutId: string }) {
  const [open, setOpen] = useState(false);
  if (!useCan("payouts.run")) return null;
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t("Hold")}</Button>
      {open && (
        <ReasonDialog
          title={t("Hold this payout")}
          consequence={t("It does not start until somebody lets it go. The seller is shown the reason.")}
          label={t("Hold")}
          send={(reason) => http.post("admin/payout-holds", { payout_id: payoutId, reason })}
          doneText={t("The payout is on hold")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
