import { ActDialog } from "@kit/form/act-dialog";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { TextField } from "@kit/form/text-field";
import { currencyText } from "@kit/format/currency";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { locale } from "@kit/i18n/language";
import { minLength, object, pipe, string, trim } from "valibot";
import { t, tn } from "@/i18n/t";
import type { CashParcel } from "./types";

/** The day where the bank is, as a date field writes it. */
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Kolkata" }).format(new Date());

/** Cash of the chosen parcels arrived at the bank. The amount is typed from the bank's paper, and must agree. */
export function RemitDialog({ parcels, onClose }: { parcels: CashParcel[]; onClose: () => void }) {
  const sum = parcels.reduce((total, { collected }) => total + collected.minor, 0);
  return (
    <ActDialog
      title={t("Cash arrived at the bank")}
      consequence={tn(
        "{count} parcel that collected {amount} together.",
        "{count} parcels that collected {amount} together.",
        parcels.length,
        { amount: currencyText(sum, locale()) },
      )}
      values={{ courier: "", reference: "", amount_minor: "", received_at: today() }}
      schema={object({
        courier: pipe(string(), trim(), minLength(1, t("Who brought it?"))),
        reference: pipe(string(), trim(), minLength(1, t("Give the bank's reference."))),
        amount_minor: amountSchema(),
        received_at: pipe(string(), minLength(1, t("Choose the day."))),
      })}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="courier" label={t("Courier")} autoFocus />
          <TextField form={form} name="reference" label={t("Bank's reference")} hint={t("The same is booked once.")} />
          <MoneyField form={form} name="amount_minor" label={t("Amount on the bank's paper")} />
          <TextField form={form} name="received_at" type="date" label={t("Day at the bank")} />
        </div>
      )}
      label={t("Book the cash")}
      send={(values, key) =>
        http.post(
          "admin/cash-remittances",
          {
            ...values,
            amount_minor: toMinor(values.amount_minor),
            received_at: `${values.received_at}T12:00:00Z`,
            parts: parcels.map(({ id }) => id),
          },
          key,
        )
      }
      doneText={t("The cash is booked")}
      onClose={onClose}
    />
  );
}
