import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import type { Money } from "@kit/format/money";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { TextLink } from "@kit/ui/text-link";
import { useState } from "react";
import { t } from "@/i18n/t";

/** Starts every payout whose day has come, or proposes them to a second person. What is due is the server's decision. */
export function RunPayouts() {
  const [open, setOpen] = useState(false);
  const plan = useResource<{ second_person: Money | null }>("admin/payout-plan", undefined, { enabled: open });
  if (!useCan("payouts.run")) return null;
  const limit = plan.data?.second_person;
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("Run payouts")}
      </Button>
      {open && (
        <ActDialog
          title={t("Run payouts")}
          consequence={
            <>
              <p>
                {t(
                  "Every payout whose due day has come is sent to its seller's bank. What is sent cannot be called back.",
                )}
              </p>
              {limit && (
                <p className="mt-2">{t("A run above {limit} waits for a second person.", { limit: limit.text })}</p>
              )}
              <p className="mt-2">
                <TextLink to="/payouts/preview">{t("See first who is paid and who is left out")}</TextLink>
              </p>
            </>
          }
          values={{}}
          label={t("Send the money")}
          send={(_, key) => http.post("admin/payout-runs", {}, key)}
          doneText={t("The run is done. Look at the runs for what it paid")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
