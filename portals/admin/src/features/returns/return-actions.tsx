import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";
import { CountDialog } from "./count-dialog";
import type { Returned } from "./types";

/** The brand's word, which counts above the seller's. */
export function ReturnActions({ of }: { of: Returned }) {
  const { number, kind } = of;
  const [open, setOpen] = useState<"agree" | "refuse" | "count">();
  const can = useCan("returns.decide");
  const may = (action: string) => can && of.actions.includes(action);
  const close = () => setOpen(undefined);
  const path = (act: string) => `admin/returns/${number}/${act}`;
  const answer = (act: string) => (words: string, key: string) => http.post(path(act), { answer: words }, key);
  return (
    <>
      {may("reject") && (
        <Button look="danger" onPress={() => setOpen("refuse")}>
          {t("Refuse")}
        </Button>
      )}
      {may("approve") && (
        <Button look="solid" onPress={() => setOpen("agree")}>
          {t("Agree")}
        </Button>
      )}
      {may("receive") && (
        <Button look="outline" onPress={() => setOpen("count")}>
          {t("Count for the seller")}
        </Button>
      )}
      {open === "count" && <CountDialog of={of} path={path("receipt")} onClose={close} />}
      {open === "agree" && (
        <ReasonDialog
          title={t("Agree to {number}", { number })}
          consequence={
            kind === "claim"
              ? t("The customer is refunded at once, out of the seller's money.")
              : t("The customer sends the goods back to the seller.")
          }
          reasonHint={t("The customer and the seller read this.")}
          label={t("Agree")}
          send={answer("approval")}
          doneText={t("Decided. Both are told.")}
          onClose={close}
        />
      )}
      {open === "refuse" && (
        <ReasonDialog
          title={t("Refuse {number}", { number })}
          consequence={t("This is the last word.")}
          reasonHint={t("The customer and the seller read this.")}
          label={t("Refuse")}
          danger
          send={answer("rejection")}
          doneText={t("Decided. Both are told.")}
          onClose={close}
        />
      )}
    </>
  );
}
