import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Part } from "@/api/types";
import { t } from "@/i18n/t";
import { CancelDialog } from "./cancel-dialog";

export function PartActions({ part: { number, total, seller, actions }, order }: { part: Part; order: string }) {
  const [cancelling, setCancelling] = useState(false);
  const deliver = useAct(
    (_: undefined, key) => http.post(`admin/seller-orders/${number}/delivery`, {}, key),
    t("Marked as delivered"),
  );
  return (
    <span className="flex gap-2">
      {actions.includes("cancel") && (
        <Button size="sm" look="danger" onPress={() => setCancelling(true)}>
          {t("Cancel this part")}
        </Button>
      )}
      {actions.includes("deliver") && (
        <Button size="sm" isPending={deliver.running} onPress={() => deliver.run(undefined)}>
          {t("Mark as delivered")}
        </Button>
      )}
      {cancelling && (
        <CancelDialog
          order={order}
          part={number}
          consequence={t("{amount} go back to the customer and {seller} keeps the goods.", {
            amount: total.text,
            seller: seller.name,
          })}
          onClose={() => setCancelling(false)}
        />
      )}
    </span>
  );
}
