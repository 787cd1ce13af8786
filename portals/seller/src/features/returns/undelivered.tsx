import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";

/** A shipped parcel that nobody took: it ends, the goods are back, what was paid is refunded. */
export function Undelivered({ order: { number, status } }: { order: Order }) {
  const [open, setOpen] = useState(false);
  if (!useCan("orders.fulfil") || status !== "shipped") return null;
  return (
    <>
      <Button look="outline" onPress={() => setOpen(true)}>
        {t("Came back undelivered")}
      </Button>
      {open && (
        <ReasonDialog
          title={t("{number} came back", { number })}
          consequence={t("The order ends. All goods go back to stock, and what the customer paid is refunded.")}
          reasonHint={t("The customer reads this.")}
          label={t("It is back")}
          danger
          send={(reason, key) => http.post(`seller/orders/${number}/undelivered`, { reason }, key)}
          doneText={t("Noted. The customer is told.")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
