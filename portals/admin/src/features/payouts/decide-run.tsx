import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t, tn } from "@/i18n/t";
import type { RunRow } from "./types";

/** Yes or no. Above the limit two people say yes: who said so before may only stop the run. */
export function DecideRun({ run }: { run: RunRow }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  if (!useCan("payouts.run") || run.status !== "proposed") return null;
  const isFirst = run.people_missing > 1;
  const label = isFirst ? t("Approve first") : t("Approve and pay");
  return (
    <>
      <Button onPress={() => setOpen("reject")}>{t("Reject")}</Button>
      {run.may_decide && (
        <Button look="solid" onPress={() => setOpen("approve")}>
          {label}
        </Button>
      )}
      {open === "approve" && (
        <ActDialog
          title={t("Approve run {number}", { number: run.number })}
          consequence={
            isFirst
              ? t("Nothing is paid yet. {total} is sent when one more person approves it.", { total: run.total.text })
              : tn(
                  "{total} is sent to {count} seller. It cannot be called back.",
                  "{total} is sent to {count} sellers. It cannot be called back.",
                  run.payouts,
                  { total: run.total.text },
                )
          }
          values={{}}
          label={label}
          send={() => http.post(`admin/payout-runs/${run.id}/approval`, {})}
          doneText={
            isFirst
              ? t("Approved. One more person has to approve it")
              : t("The run is approved. What the bank pays waits under Bank files")
          }
          onClose={close}
        />
      )}
      {open === "reject" && (
        <ReasonDialog
          title={t("Reject run {number}", { number: run.number })}
          consequence={t("Nothing of it is paid. Everything stands open for the next run.")}
          label={t("Reject")}
          danger
          send={(reason) => http.post(`admin/payout-runs/${run.id}/rejection`, { reason })}
          doneText={t("The run is rejected")}
          onClose={close}
        />
      )}
    </>
  );
}
