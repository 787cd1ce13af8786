import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { BankRefund } from "./types";

/** Paid in the bank's own portal; here its reference is written down, once. */
export function RefundAct({ of }: { of: BankRefund }) {
  const [open, setOpen] = useState(false);
  const take = useAct(
    (_: undefined, key) => http.post(`admin/refunds/${of.id}/take-over`, {}, key),
    t("Taken over. Pay it by bank."),
  );
  if (of.status === "processed") return <span className="tnum text-muted text-xs">{of.bank_reference}</span>;
  if (!of.is_by_bank) {
    return (
      <Button size="sm" isPending={take.running} onPress={() => take.run(undefined)}>
        {t("Pay by bank instead")}
      </Button>
    );
  }
  return (
    <>
      <Button size="sm" look="solid" isDisabled={!of.payee.name} onPress={() => setOpen(true)}>
        {t("I paid it")}
      </Button>
      {open && (
        <ActDialog
          title={t("{amount} was paid", { amount: of.amount.text })}
          consequence={t("It is booked with the bank's reference, and the account of the customer is forgotten.")}
          values={{ bank_reference: "" }}
          schema={object({
            bank_reference: pipe(
              string(),
              trim(),
              regex(/^[A-Za-z0-9/-]{6,60}$/, t("Write the reference as the bank shows it.")),
            ),
          })}
          fields={(form) => (
            <TextField form={form} name="bank_reference" label={t("Reference of the transfer (UTR)")} autoFocus />
          )}
          label={t("I paid it")}
          send={(body, key) => http.post(`admin/refunds/${of.id}/bank-payment`, body, key)}
          doneText={t("Booked as paid")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
