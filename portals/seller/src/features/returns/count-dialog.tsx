import { ActDialog } from "@kit/form/act-dialog";
import { TextField } from "@kit/form/text-field";
import { http } from "@kit/http/client";
import { t } from "@/i18n/t";
import type { Returned, ReturnLine } from "./types";

type Values = Record<string, string>;

const name = (what: string, index: number) => `${what}${index}`;

function counted(lines: ReturnLine[], values: Values) {
  const of = (what: string, index: number) => Number(values[name(what, index)] || 0);
  return lines.map(({ line_id }, index) => ({
    line_id,
    received: of("received", index),
    resellable: of("resellable", index),
    accepted: of("accepted", index),
    refusal: values[name("refusal", index)] ?? "",
  }));
}

/** What arrived of each line, what of it can be sold again, and what is paid for. */
export function CountDialog({ of, path, onClose }: { of: Returned; path: string; onClose: () => void }) {
  const values: Values = {};
  of.lines.forEach(({ quantity }, index) => {
    for (const what of ["received", "resellable", "accepted"]) values[name(what, index)] = String(quantity);
    values[name("refusal", index)] = "";
  });
  return (
    <ActDialog<Values>
      title={t("Count {number}", { number: of.number })}
      consequence={
        of.kind === "exchange"
          ? t("What can be sold again goes back to stock. The replacement is sent next.")
          : t("What is accepted is refunded at once. What can be sold again goes back to stock.")
      }
      values={values}
      fields={(form) =>
        of.lines.map((line, index) => (
          <fieldset key={line.line_id} className="grid grid-cols-3 gap-3">
            <legend className="mb-2 font-medium text-sm">
              {line.quantity} × {line.title}
            </legend>
            <TextField form={form} name={name("received", index)} label={t("Arrived")} inputMode="numeric" />
            <TextField form={form} name={name("resellable", index)} label={t("Sell again")} inputMode="numeric" />
            <TextField form={form} name={name("accepted", index)} label={t("Accept")} inputMode="numeric" />
            <div className="col-span-3">
              <TextField
                form={form}
                name={name("refusal", index)}
                label={t("Why not all")}
                hint={t("Only when you accept less. The customer reads it.")}
              />
            </div>
          </fieldset>
        ))
      }
      label={t("Counted")}
      send={(given, key) => http.post(path, { lines: counted(of.lines, given) }, key)}
      doneText={t("Counted. The customer is told.")}
      onClose={onClose}
    />
  );
}
