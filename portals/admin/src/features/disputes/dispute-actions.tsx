import { ActDialog } from "@kit/form/act-dialog";
import { dateText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Dispute } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { BearDialog } from "./bear-dialog";

/** What the server lets this person do with a dispute now; each says its consequence in money first. */
export function DisputeActions({ dispute }: { dispute: Dispute }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  const { id, actions, amount, number, papers, respond_by } = dispute;
  const can = (action: string) => actions.includes(action);
  return (
    <>
      {can("accept") && <Button onPress={() => setOpen("accept")}>{t("Accept")}</Button>}
      {can("contest") && (
        <Button look="solid" onPress={() => setOpen("contest")}>
          {t("Send the evidence")}
        </Button>
      )}
      {can("bear") && (
        <Button look="solid" onPress={() => setOpen("bear")}>
          {t("Say who bears it")}
        </Button>
      )}
      {open === "bear" && <BearDialog dispute={dispute} onClose={close} />}
      {open === "contest" && (
        <ActDialog
          title={t("Send the evidence to the bank?")}
          consequence={
            <>
              <p>
                {tn(
                  "The summary and {count} paper go to the bank.",
                  "The summary and {count} papers go to the bank.",
                  papers.length,
                )}
              </p>
              <p>{t("It can be sent once. After that nothing can be added.")}</p>
              {respond_by && <p>{t("The bank's last day is {date}.", { date: dateText(respond_by) })}</p>}
            </>
          }
          values={{}}
          label={t("Send the evidence")}
          send={() => http.post(`admin/disputes/${id}/contest`, {})}
          doneText={t("The evidence is on its way to the bank")}
          onClose={close}
        />
      )}
      {open === "accept" && (
        <ActDialog
          title={t("Accept the dispute of {number}?", { number })}
          consequence={t(
            "The customer gets {amount} and the provider takes it from the balance. This cannot be undone.",
            {
              amount: amount.text,
            },
          )}
          values={{}}
          label={t("Let the customer have {amount}", { amount: amount.text })}
          danger
          send={() => http.post(`admin/disputes/${id}/acceptance`, {})}
          doneText={t("The bank is being told")}
          onClose={close}
        />
      )}
    </>
  );
}
