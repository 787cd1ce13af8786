import { ActDialog } from "@kit/form/act-dialog";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { BankLine } from "./types";

/** One line by hand: paid with the bank's reference, or failed with a reason. */
export function MarkLine({ line }: { line: BankLine }) {
  const [open, setOpen] = useState("");
  const close = () => setOpen("");
  const path = `admin/bank-lines/${line.id}/outcome`;
  return (
    <span className="flex flex-wrap gap-1">
      <Button size="sm" onPress={() => setOpen("paid")}>
        {t("Paid")}
      </Button>
      <Button size="sm" look="danger" onPress={() => setOpen("failed")}>
        {t("Failed")}
      </Button>
      {open === "paid" && (
        <ActDialog
          title={t("{reference} was paid", { reference: line.reference })}
          consequence={`${line.seller} · ${line.amount.text}`}
          values={{ utr: "" }}
          schema={object({
            utr: pipe(string(), trim(), minLength(8, t("The bank's reference has at least 8 signs."))),
          })}
          fields={(form) => <TextField form={form} name="utr" label={t("Bank's reference (UTR)")} upper autoFocus />}
          label={t("Book as paid")}
          send={({ utr }) => http.post(path, { paid: true, utr })}
          doneText={t("Booked as paid")}
          onClose={close}
        />
      )}
      {open === "failed" && (
        <ReasonDialog
          title={t("{reference} failed", { reference: line.reference })}
          consequence={t("{amount} is in the seller's balance again, and the next payout pays it.", {
            amount: line.amount.text,
          })}
          label={t("Book it back")}
          danger
          send={(reason) => http.post(path, { paid: false, reason })}
          doneText={t("It is in the balance again")}
          onClose={close}
        />
      )}
    </span>
  );
}
