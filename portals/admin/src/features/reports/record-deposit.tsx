import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { amountSchema, MoneyField, optionalAmountSchema } from "@kit/form/money-field";
import { TextField } from "@kit/form/text-field";
import type { Money } from "@kit/format/money";
import { toMinor, toTyped } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import type { TaxOwed } from "@/api/types";
import { t } from "@/i18n/t";

/** Tax of a month was paid to the state: typed from the challan. Of the tax on own fees some may be set off. */
export function RecordDeposit({ owed, month, credit }: { owed: TaxOwed; month: string; credit: Money }) {
  const [open, setOpen] = useState(false);
  if (!useCan("tax.deposit") || owed.left.minor <= 0) return null;
  const canSetOff = owed.tax === "output" && credit.minor > 0;
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)} aria-label={t("Record a deposit of {tax}", { tax: owed.title })}>
        {t("Record deposit")}
      </Button>
      {open && (
        <ActDialog
          title={t("Record a deposit of {tax}", { tax: owed.title })}
          consequence={t("{left} is left for this month. It is booked out of the bank at once.", {
            left: owed.left.text,
          })}
          values={{ amount_minor: toTyped(owed.left.minor), credit_minor: "", reference: "", paid_on: "" }}
          schema={object({
            amount_minor: amountSchema(),
            credit_minor: optionalAmountSchema(),
            reference: pipe(string(), trim(), minLength(1, t("Give the number of the challan."))),
            paid_on: pipe(string(), minLength(1, t("Choose the day."))),
          })}
          fields={(form) => (
            <div className="grid gap-4 sm:grid-cols-2">
              <MoneyField form={form} name="amount_minor" label={t("Paid out of the bank")} />
              {canSetOff && (
                <MoneyField
                  form={form}
                  name="credit_minor"
                  label={t("Set off")}
                  hint={t("Up to {credit} of tax that was paid inside fees.", { credit: credit.text })}
                />
              )}
              <TextField
                form={form}
                name="reference"
                label={t("Number of the challan")}
                hint={t("The same is booked once.")}
                upper
              />
              <TextField form={form} name="paid_on" type="date" label={t("Paid on")} />
            </div>
          )}
          label={t("Book the deposit")}
          send={({ amount_minor, credit_minor, ...more }, key) => {
            const amounts = { amount_minor: toMinor(amount_minor), credit_minor: toMinor(credit_minor) ?? 0 };
            return http.post("admin/tax-deposits", { tax: owed.tax, month, ...more, ...amounts }, key);
          }}
          doneText={t("The deposit is booked")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
