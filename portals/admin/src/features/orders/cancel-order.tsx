import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Order } from "@/api/types";
import { t, tn } from "@/i18n/t";

/** Cancelling gives the customer's money back, so it is typed, not clicked. */
export function CancelOrder({ order: { number, total, actions, seller_orders } }: { order: Order }) {
  const [open, setOpen] = useState(false);
  if (!actions.includes("cancel")) return null;
  return (
    <>
      <Button look="danger" onPress={() => setOpen(true)}>
        {t("Cancel order")}
      </Button>
      {open && (
        <ReasonDialog
          title={t("Cancel {number}", { number })}
          consequence={tn(
            "{amount} go back to the customer and {count} seller loses the order.",
            "{amount} go back to the customer and {count} sellers lose their part of the order.",
            seller_orders.length,
            { amount: total.text },
          )}
          reasonHint={t("The customer and the sellers read this.")}
          label={t("Cancel order")}
          danger
          typed={number}
          send={(reason, key) => http.post(`admin/orders/${number}/cancellation`, { reason }, key)}
          doneText={t("Cancelled. The refund is on its way.")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
