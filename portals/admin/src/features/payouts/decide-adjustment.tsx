import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";
import type { AdjustmentRow } from "./types";

/** The second person's yes or no to an adjustment. */
export function DecideAdjustment({ row }: { row: AdjustmentRow }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  if (!useCan("payouts.adjust")) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {row.may_decide && (
        <Button size="sm" look="solid" onPress={() => setOpen("approve")}>
          {t("Approve")}
        </Button>
      )}
      <Button size="sm" onPress={() => setOpen("reject")}>
        {t("Reject")}
      </Button>
      {open === "approve" && (
        <ActDialog
          title={t("Approve the adjustment")}
          consequence={`${row.seller} · ${row.amount.text} · ${row.reason}`}
          values={{}}
          label={t("Approve and book")}
          send={() => http.post(`admin/payout-adjustments/${row.id}/approval`, {})}
          doneText={t("The adjustment is booked")}
          onClose={close}
        />
      )}
      {open === "reject" && (
        <ReasonDialog
          title={t("Reject the adjustment")}
          consequence={t("Nothing is booked.")}
          label={t("Reject")}
          danger
          send={(reason) => http.post(`admin/payout-adjustments/${row.id}/rejection`, { reason })}
          doneText={t("The adjustment is rejected")}
          onClose={close}
        />
      )}
    </span>
  );
}
