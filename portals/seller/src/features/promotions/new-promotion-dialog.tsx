import { ActDialog } from "@kit/form/act-dialog";
import { MoneyField, optionalAmountSchema } from "@kit/form/money-field";
import { TextField } from "@kit/form/text-field";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { minLength, object, pipe, regex, string, trim } from "valibot";
import { t } from "@/i18n/t";
import type { Promotion } from "./types";

const EMPTY = { name: "", percent_bp: "10", min_spend: "", budget: "", code: "", starts_at: "", ends_at: "" };

const schema = () =>
  object({
    name: pipe(string(), trim(), minLength(1, t("Give the promotion a name."))),
    percent_bp: pipe(string(), regex(/^\d{1,3}(\.\d{1,2})?$/, t("Write a rate such as 12.5."))),
    min_spend: optionalAmountSchema(),
    budget: optionalAmountSchema(),
    code: string(),
    starts_at: pipe(string(), minLength(1, t("Choose the first day."))),
    ends_at: string(),
  });

type Values = typeof EMPTY;

async function send({ code, percent_bp, min_spend, budget, starts_at, ends_at, name }: Values) {
  const terms = {
    name,
    benefit: "percent",
    // Hundredths of a percent are read like paise: "12.5" is 1250.
    percent_bp: toMinor(percent_bp),
    min_spend_minor: toMinor(min_spend) ?? 0,
    budget_minor: toMinor(budget) ?? null,
    needs_code: code !== "",
    starts_at: `${starts_at}T00:00:00`,
    ends_at: ends_at ? `${ends_at}T23:59:59` : null,
  };
  const { data } = await http.post<Promotion>("seller/promotions", terms);
  if (code) await http.post(`seller/promotions/${data.id}/coupons`, { code });
}

/** A percentage off the seller's own goods; the seller bears it. It is launched from the list. */
export function NewPromotionDialog({ most_bp, onClose }: { most_bp: number; onClose: () => void }) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <ActDialog<Values>
      title={t("New promotion")}
      consequence={t("It covers your own goods and you pay the discount. The brand allows at most {most} % off.", {
        most: most_bp / 100,
      })}
      values={{ ...EMPTY, starts_at: today }}
      schema={schema()}
      fields={(form) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField form={form} name="name" label={t("Name")} hint={t("Shoppers read it.")} maxLength={80} autoFocus />
          <TextField form={form} name="percent_bp" label={t("Percent off")} inputMode="decimal" />
          <MoneyField form={form} name="min_spend" label={t("Spending at least")} />
          <MoneyField form={form} name="budget" label={t("Budget")} hint={t("Empty means no limit.")} />
          <TextField
            form={form}
            name="code"
            label={t("Code")}
            hint={t("Empty means for everybody.")}
            upper
            maxLength={24}
          />
          <TextField form={form} name="starts_at" type="date" label={t("From")} />
          <TextField
            form={form}
            name="ends_at"
            type="date"
            label={t("Last day")}
            hint={t("Empty means without end.")}
          />
        </div>
      )}
      label={t("Keep as a draft")}
      send={send}
      doneText={t("The promotion is kept. Launch it when you are ready.")}
      onClose={onClose}
    />
  );
}
