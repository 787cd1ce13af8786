import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Brand } from "@/api/platform-types";
import { t } from "@/i18n/t";

/** Closing a shop for everyone is typed, not clicked; opening it again is not. */
export function BrandActions({ brand: { slug, name, actions } }: { brand: Brand }) {
  const [open, setOpen] = useState<"suspension" | "reactivation">();
  const close = () => setOpen(undefined);
  const send = (reason: string, key: string) => http.post(`platform/brands/${slug}/${open}`, { reason }, key);
  return (
    <>
      {actions.includes("suspend") && (
        <Button look="danger" onPress={() => setOpen("suspension")}>
          {t("Suspend")}
        </Button>
      )}
      {actions.includes("reactivate") && (
        <Button look="solid" onPress={() => setOpen("reactivation")}>
          {t("Reactivate")}
        </Button>
      )}
      {open === "suspension" && (
        <ReasonDialog
          title={t("Suspend {name}", { name })}
          consequence={t("The shop closes for everyone at once; nothing can be bought.")}
          label={t("Suspend")}
          danger
          typed={slug}
          send={send}
          doneText={t("Suspended")}
          onClose={close}
        />
      )}
      {open === "reactivation" && (
        <ReasonDialog
          title={t("Reactivate {name}", { name })}
          consequence={t("The shop opens again at once.")}
          label={t("Reactivate")}
          send={send}
          doneText={t("Active again")}
          onClose={close}
        />
      )}
    </>
  );
}
