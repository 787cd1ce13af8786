import { ActDialog } from "@kit/form/act-dialog";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { currencyText } from "@kit/format/currency";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { locale } from "@kit/i18n/language";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { minLength, object, pipe, string } from "valibot";
import type { IssuedCard } from "@/api/types";
import { t } from "@/i18n/t";
import { useToldCode } from "./told-code";

const MOST_MINOR = 10_000_00;

/** A new card. Its code is shown once, in the window that follows. */
export function IssueCard() {
  const [open, setOpen] = useState(false);
  const { tell, windows } = useToldCode();
  const words = { bank_reference: string(), recipient: string(), message: string(), funding: string() };
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("Issue a gift card")}
      </Button>
      {open && (
        <ActDialog
          title={t("Issue a gift card")}
          consequence={t("It can be spent on what the brand itself sells. Its code is shown once, right after this.")}
          values={{
            amount: "",
            expires_on: inAYear(),
            funding: "promo",
            bank_reference: "",
            recipient: "",
            message: "",
          }}
          schema={object({
            ...words,
            amount: amountSchema(),
            expires_on: pipe(string(), minLength(1, t("Choose the last day."))),
          })}
          fields={(form) => (
            <>
              <MoneyField
                form={form}
                name="amount"
                label={t("Amount")}
                hint={t("At most {amount}", { amount: currencyText(MOST_MINOR, locale()) })}
              />
              <TextField form={form} name="expires_on" type="date" label={t("Can be spent until")} />
              <SelectField
                form={form}
                name="funding"
                label={t("Who paid for it")}
                options={[
                  { value: "promo", label: t("Nobody: a gift of the brand") },
                  { value: "bank", label: t("A customer, to the brand's bank") },
                ]}
              />
              {form.watch("funding") === "bank" && (
                <TextField form={form} name="bank_reference" label={t("Reference of the bank")} />
              )}
              <TextField form={form} name="recipient" type="email" label={t("For whom (mail, optional)")} />
              <TextField form={form} name="message" label={t("Message (optional)")} rows={2} maxLength={500} />
            </>
          )}
          label={t("Issue it")}
          send={async ({ amount, ...rest }, key) =>
            tell(
              (await http.post<IssuedCard>("admin/gift-cards", { ...rest, amount_minor: toMinor(amount) }, key)).data,
            )
          }
          onClose={() => setOpen(false)}
        />
      )}
      {!open && windows}
    </>
  );
}

/** The usual life of a card, to begin with. */
function inAYear(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear() + 1, now.getMonth(), now.getDate())).toISOString().slice(0, 10);
}
