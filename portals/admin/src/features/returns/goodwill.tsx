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
import type { Part } from "@/api/types";
import { t } from "@/i18n/t";

/** Lowers a price after the sale; the goods stay with the customer. */
export function Goodwill({ part: { number, lines, delivered_at, seller } }: { part: Part }) {
  const [open, setOpen] = useState(false);
  if (!useCan("returns.decide") || !delivered_at) return null;
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)}>
        {t("Give something back")}
      </Button>
      {open && (
        <ActDialog
          title={t("Give something back of {number}", { number })}
          consequence={t("The money goes back the way it came. The goods stay with the customer.")}
          values={{ line_id: lines[0]?.id ?? "", amount: "", paid_by: "brand", reason: "" }}
          schema={object({
            line_id: string(),
            amount: amountSchema(),
            paid_by: string(),
            reason: pipe(string(), trim(), minLength(1, t("Say why in a sentence."))),
          })}
          fields={(form) => (
            <>
              <SelectField
                form={form}
                name="line_id"
                label={t("Of which goods")}
                options={lines.map(({ id, title }) => ({ value: id, label: title }))}
              />
              <MoneyField form={form} name="amount" label={t("Amount")} />
              <SelectField
                form={form}
                name="paid_by"
                label={t("Who pays it")}
                options={[
                  { value: "brand", label: t("The brand") },
                  { value: "seller", label: seller.name },
                ]}
              />
              <TextField form={form} name="reason" label={t("Reason")} hint={t("The customer reads this.")} />
            </>
          )}
          label={t("Give it back")}
          send={({ amount, ...rest }, key) =>
            http.post(`admin/seller-orders/${number}/goodwill`, { ...rest, amount_minor: toMinor(amount) }, key)
          }
          doneText={t("Given back. The refund is on its way.")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
