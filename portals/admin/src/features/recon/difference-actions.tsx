import { ActDialog } from "@kit/form/act-dialog";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Difference } from "@/api/types";
import { t } from "@/i18n/t";

/** What the server lets this person do with a difference now. */
export function DifferenceActions({ difference }: { difference: Difference }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  const { id, actions, amount } = difference;
  const can = (action: string) => actions.includes(action);
  return (
    <>
      {can("give_back") && <Button onPress={() => setOpen("give_back")}>{t("Send the money back")}</Button>}
      {can("send_again") && <SendAgain id={id} />}
      {can("explain") && <Button onPress={() => setOpen("explain")}>{t("Explain")}</Button>}
      {can("resolve") && (
        <Button look="solid" onPress={() => setOpen("resolve")}>
          {t("Mark as settled")}
        </Button>
      )}
      {open === "explain" && (
        <ReasonDialog
          title={t("Explain the difference")}
          consequence={t("It leaves the open ones and stays on the list. When its figures change, it is open again.")}
          label={t("Explain")}
          reasonLabel={t("Why it is there")}
          send={(note) => http.post(`admin/recon/breaks/${id}/explanation`, { note })}
          doneText={t("The difference is explained")}
          onClose={close}
        />
      )}
      {open === "resolve" && (
        <ReasonDialog
          title={t("Mark as settled")}
          consequence={t("When the next comparison finds it again, it is open again.")}
          label={t("Mark as settled")}
          reasonLabel={t("What was done")}
          send={(note) => http.post(`admin/recon/breaks/${id}/resolution`, { note })}
          doneText={t("The difference is settled")}
          onClose={close}
        />
      )}
      {open === "give_back" && (
        <ActDialog
          title={t("Send the money back")}
          consequence={t("{amount} goes back to where it came from. A refund cannot be called back.", {
            amount: amount.text,
          })}
          values={{}}
          label={t("Send {amount} back", { amount: amount.text })}
          danger
          send={() => http.post(`admin/recon/breaks/${id}/refund`, {})}
          doneText={t("The money is on its way back")}
          onClose={close}
        />
      )}
    </>
  );
}

/** A refund that was refused for want of money at the provider, now that there is some. */
function SendAgain({ id }: { id: string }) {
  const { run, running } = useAct(
    () => http.post(`admin/recon/breaks/${id}/retry`, {}),
    t("The provider is being asked. Look again soon."),
  );
  return (
    <Button isPending={running} onPress={() => run(undefined)}>
      {t("Send the refund again")}
    </Button>
  );
}
