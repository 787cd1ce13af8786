import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";
import { CountDialog } from "./count-dialog";
import { ReplacementDialog } from "./replacement-dialog";
import { approve, path, pickUp, refuse } from "./return-acts";
import type { Returned } from "./types";

/** What the seller may do with it now: the list comes from the server. */
export function ReturnActions({ of }: { of: Returned }) {
  const { number, kind } = of;
  const [open, setOpen] = useState<"refuse" | "count" | "replace">();
  const done = kind === "claim" ? t("Agreed. The customer is refunded.") : t("Agreed. The customer sends it back.");
  const agree = useAct((_: undefined, key) => approve(number, key), done);
  const picked = useAct((_: undefined, key) => pickUp(number, key), t("Noted. Count it when it arrives."));
  const can = useCan("orders.fulfil");
  const may = (action: string) => can && of.actions.includes(action);
  const close = () => setOpen(undefined);
  return (
    <>
      {may("reject") && (
        <Button look="danger" onPress={() => setOpen("refuse")}>
          {t("Refuse")}
        </Button>
      )}
      {may("approve") && (
        <Button look="solid" isPending={agree.running} onPress={() => agree.run(undefined)}>
          {kind === "claim" ? t("Agree and refund") : t("Agree")}
        </Button>
      )}
      {may("pick_up") && (
        <Button look="outline" isPending={picked.running} onPress={() => picked.run(undefined)}>
          {t("Picked up")}
        </Button>
      )}
      {may("receive") && (
        <Button look="solid" onPress={() => setOpen("count")}>
          {t("It arrived: count")}
        </Button>
      )}
      {may("send_replacement") && (
        <Button look="solid" onPress={() => setOpen("replace")}>
          {t("Send the replacement")}
        </Button>
      )}
      {open === "count" && <CountDialog of={of} path={path(number, "receipt")} onClose={close} />}
      {open === "replace" && <ReplacementDialog number={number} onClose={close} />}
      {open === "refuse" && (
        <ReasonDialog
          title={t("Refuse {number}", { number })}
          consequence={t("The customer may ask the brand to decide.")}
          reasonHint={t("The customer reads this.")}
          label={t("Refuse")}
          danger
          send={(answer, key) => refuse(number, answer, key)}
          doneText={t("Refused. The customer is told.")}
          onClose={close}
        />
      )}
    </>
  );
}
