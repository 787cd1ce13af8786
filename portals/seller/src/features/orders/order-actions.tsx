import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";
import { CancelLines } from "./cancel-lines";
import { acceptOrder, declineOrder, deliverOrder, packOrder } from "./order-acts";
import { ShipDialog } from "./ship-dialog";

/** What may be done with this order now: the list comes from the server with the order. */
export function OrderActions({ order }: { order: Order }) {
  const { number, actions, total, cancelled } = order;
  const [open, setOpen] = useState<"decline" | "ship" | "lines">();
  const accept = useAct((_: undefined, key) => acceptOrder(number, key), t("Accepted. Pack it next."));
  const pack = useAct((_: undefined, key) => packOrder(number, key), t("Packed. Hand it to the carrier next."));
  const deliver = useAct(
    (_: undefined, key) => deliverOrder(number, key),
    t("Delivered. Your money is due once the return window is over."),
  );
  const may = (action: string) => actions.includes(action);
  // Only the next step stands out, where several are allowed.
  const next = ["accept", "pack", "ship", "deliver"].find(may);
  const look = (action: string) => (action === next ? "solid" : "outline");
  const close = () => setOpen(undefined);
  return (
    <>
      {may("decline") && (
        <Button look="danger" onPress={() => setOpen("decline")}>
          {t("Decline")}
        </Button>
      )}
      {may("cancel_lines") && order.items > 1 && (
        <Button onPress={() => setOpen("lines")}>{t("Cancel some of it")}</Button>
      )}
      {may("accept") && (
        <Button look={look("accept")} isPending={accept.running} onPress={() => accept.run(undefined)}>
          {t("Accept order")}
        </Button>
      )}
      {may("pack") && (
        <Button look={look("pack")} isPending={pack.running} onPress={() => pack.run(undefined)}>
          {t("Mark as packed")}
        </Button>
      )}
      {may("ship") && (
        <Button look={look("ship")} onPress={() => setOpen("ship")}>
          {t("Ship")}
        </Button>
      )}
      {may("deliver") && (
        <Button look={look("deliver")} isPending={deliver.running} onPress={() => deliver.run(undefined)}>
          {t("Mark as delivered")}
        </Button>
      )}
      {open === "ship" && <ShipDialog number={number} onClose={close} />}
      {open === "lines" && <CancelLines order={order} onClose={close} />}
      {open === "decline" && (
        <ReasonDialog
          title={t("Decline {number}", { number })}
          consequence={t("The customer gets {amount} back and the goods return to your stock.", {
            amount: cancelled.minor ? t("what is left of {amount}", { amount: total.text }) : total.text,
          })}
          reasonHint={t("The customer reads this.")}
          label={t("Decline order")}
          danger
          send={(reason, key) => declineOrder(number, reason, key)}
          doneText={t("Declined. The customer is told and refunded.")}
          onClose={close}
        />
      )}
    </>
  );
}
