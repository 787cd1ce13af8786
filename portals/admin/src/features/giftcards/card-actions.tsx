import { ActDialog } from "@kit/form/act-dialog";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import type { GiftCard } from "@/api/types";
import { t } from "@/i18n/t";
import { useToldCode } from "./told-code";

/** What may be done with this card now: the list comes from the server with the card. */
export function CardActions({ card: { id, last4, actions } }: { card: GiftCard }) {
  const { ask, windows } = useToldCode();
  const [open, setOpen] = useState<"block" | "unblock" | "extend">();
  const close = () => setOpen(undefined);
  const path = `admin/gift-cards/${id}`;
  return (
    <>
      {actions.includes("replace_code") && <Button onPress={() => ask({ id, last4 })}>{t("New code")}</Button>}
      {actions.includes("extend") && <Button onPress={() => setOpen("extend")}>{t("Extend")}</Button>}
      {actions.includes("block") && (
        <Button look="danger" onPress={() => setOpen("block")}>
          {t("Block")}
        </Button>
      )}
      {actions.includes("unblock") && <Button onPress={() => setOpen("unblock")}>{t("Let it be spent again")}</Button>}
      {(open === "block" || open === "unblock") && (
        <ReasonDialog
          title={
            open === "block" ? t("Block •••• {last4}", { last4 }) : t("Let •••• {last4} be spent again", { last4 })
          }
          consequence={open === "block" && t("Nothing can be paid with it. Orders that hold some of it already stay.")}
          label={open === "block" ? t("Block") : t("Let it be spent again")}
          danger={open === "block"}
          send={(reason, key) => http.post(`${path}/${open === "block" ? "block" : "activation"}`, { reason }, key)}
          doneText={open === "block" ? t("Blocked.") : t("It can be spent again.")}
          onClose={close}
        />
      )}
      {open === "extend" && (
        <ActDialog
          title={t("Extend •••• {last4}", { last4 })}
          values={{ expires_on: "", reason: "" }}
          schema={object({
            expires_on: pipe(string(), minLength(1, t("Choose the last day."))),
            reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
          })}
          fields={(form) => (
            <>
              <TextField form={form} name="expires_on" type="date" label={t("Can be spent until")} />
              <TextField form={form} name="reason" label={t("Reason")} />
            </>
          )}
          label={t("Extend")}
          send={(values, key) => http.post(`${path}/extension`, values, key)}
          doneText={t("Extended.")}
          onClose={close}
        />
      )}
      {windows}
    </>
  );
}
