import { FormError } from "@kit/form/form-error";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { toastDone } from "@kit/ui/toast";
import { useQueryClient } from "@tanstack/react-query";
import { object, pipe, regex, string } from "valibot";
import { t } from "@/i18n/t";
import type { Drop } from "./types";

interface Terms {
  day: string;
  time: string;
  per_customer: string;
}

/** From when and how many to a customer. Saving it for the first time makes the offer a numbered one. */
export function DropForm({ offerId, drop }: { offerId: string; drop?: Drop }) {
  const queries = useQueryClient();
  const opens = drop?.opens_at ? new Date(drop.opens_at) : undefined;
  const values: Terms = {
    day: opens ? localDay(opens) : "",
    time: opens ? opens.toTimeString().slice(0, 5) : "",
    per_customer: drop?.per_customer ? String(drop.per_customer) : "",
  };
  const { form, onSubmit, sending } = useApiForm<Terms, unknown>({
    values,
    schema: object({
      day: string(),
      time: string(),
      per_customer: pipe(string(), regex(/^([1-9]\d?)?$/, t("Between 1 and 99, or empty."))),
    }),
    send: ({ day, time, per_customer }) =>
      call("PUT", `seller/offers/${offerId}/drop`, {
        body: {
          opens_at: day ? new Date(`${day}T${time || "00:00"}`).toISOString() : null,
          per_customer: per_customer ? Number(per_customer) : null,
        },
      }),
    done: () => {
      toastDone(t("Saved"));
      return queries.invalidateQueries();
    },
  });
  return (
    <form onSubmit={onSubmit} className="card flex max-w-2xl flex-col gap-4 p-4" noValidate>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField form={form} name="day" type="date" label={t("On sale from")} hint={t("Empty means at once.")} />
        <TextField form={form} name="time" label={t("At")} placeholder="18:00" hint={t("Your local time.")} />
        <TextField
          form={form}
          name="per_customer"
          label={t("To one customer")}
          inputMode="numeric"
          hint={t("Empty means no limit.")}
        />
      </div>
      <FormError form={form} />
      <div>
        <Button type="submit" look="solid" isPending={sending}>
          {drop ? t("Save") : t("Sell by numbered units")}
        </Button>
      </div>
    </form>
  );
}

const localDay = (at: Date) =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
