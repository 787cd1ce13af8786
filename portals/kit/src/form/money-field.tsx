import { currencySign } from "@kit/format/currency";
import { toMinor } from "@kit/format/rupees";
import { t } from "@kit/i18n/t";
import type { FieldValues } from "react-hook-form";
import { check, pipe, string } from "valibot";
import { type FieldProps, TextField } from "./text-field";

/** An amount of the brand's currency typed as text; the form keeps the text and sends minor units by `toMinor`. */
export function MoneyField<Values extends FieldValues>(props: FieldProps<Values>) {
  return <TextField {...props} prefix={currencySign()} inputMode="decimal" />;
}

export const amountSchema = () =>
  pipe(
    string(),
    check((typed) => toMinor(typed) !== undefined, t("Write an amount such as 499 or 499.50.")),
  );

export const optionalAmountSchema = () =>
  pipe(
    string(),
    check((typed) => typed === "" || toMinor(typed) !== undefined, t("Write an amount such as 499 or 499.50.")),
  );
