import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { minLength, object, pipe, string, trim } from "valibot";
import { t } from "@/i18n/t";
import { useSellers } from "./use-sellers";

/** Giving money to a seller or taking it, with a reason that the seller reads in its statement. */
export function NewAdjustment() {
  const [open, setOpen] = useState(false);
  const sellers = useSellers();
  if (!useCan("payouts.adjust")) return null;
  return (
    <>
      <Button look="solid" onPress={() => setOpen(true)}>
        {t("New adjustment")}
      </Button>
      {open && (
        <ActDialog
          title={t("New adjustment")}
          consequence={t("It is booked at once. Above the brand's limit it waits for a second person.")}
          values={{ seller_id: "", direction: "give", amount_minor: "", reason: "" }}
          schema={object({
            seller_id: pipe(string(), minLength(1, t("Choose a seller."))),
            direction: string(),
            amount_minor: amountSchema(),
            reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
          })}
          fields={(form) => (
            <>
              <SelectField
                form={form}
                name="seller_id"
                label={t("Seller")}
                {...sellers}
                placeholder={t("Choose a seller")}
              />
              <SelectField
                form={form}
                name="direction"
                label={t("Direction")}
                options={[
                  { value: "give", label: t("Give to the seller") },
                  { value: "take", label: t("Take from the seller") },
                  { value: "write_off", label: t("Write off what it owes") },
                ]}
              />
              <MoneyField
                form={form}
                name="amount_minor"
                label={t("Amount")}
                hint={
                  form.watch("direction") === "write_off"
                    ? t("A write-off is at most what the seller owes. Nothing is paid to the seller.")
                    : undefined
                }
              />
              <TextField form={form} name="reason" label={t("Reason")} hint={t("The seller reads it.")} rows={2} />
            </>
          )}
          label={t("Book it")}
          send={({ seller_id, direction, amount_minor, reason }, key) => {
            const minor = toMinor(amount_minor) ?? 0;
            const body = { seller_id, reason, write_off: direction === "write_off" };
            return http.post(
              "admin/payout-adjustments",
              { ...body, amount_minor: direction === "take" ? -minor : minor },
              key,
            );
          }}
          doneText={t("The adjustment is noted")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
