import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Part } from "@/api/types";
import { t } from "@/i18n/t";
import { CancelDialog } from "./cancel-dialog";
import { CancelLines } from "./cancel-lines";

export function PartActions({ part, order }: { part: Part; order: string }) {
  const { number, total, seller, actions } = part;
  const [cancelling, setCancelling] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const left = part.lines.reduce((sum, { quantity, cancelled }) => sum + quantity - cancelled, 0);
  const deliver = useAct(
    (_: undefined, key) => http.post(`admin/seller-orders/${number}/delivery`, {}, key),
    t("Marked as delivered"),
  );
  return (
    <span className="flex gap-2">
      {actions.includes("cancel_lines") && left > 1 && (
        <Button size="sm" onPress={() => setChoosing(true)}>
          {t("Cancel some of it")}
        </Button>
      )}
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
      {choosing && <CancelLines part={part} order={order} onClose={() => setChoosing(false)} />}
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
