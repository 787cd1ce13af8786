import { FormError } from "@kit/form/form-error";
import { amountSchema, MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import { useApiForm } from "@kit/form/use-api-form";
import { toMinor } from "@kit/format/rupees";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { useState } from "react";
import { check, object, pipe, string } from "valibot";
import type { ShippingTrialOut } from "@/api/admin/types.gen";
import { t } from "@/i18n/t";
import { PATH, type Tariff } from "./tariff";

const schema = () =>
  object({
    pin: string(),
    region: string(),
    weight_g: pipe(
      string(),
      check((typed) => /^\d{1,7}$/.test(typed.trim()), t("Write whole grams, such as 500.")),
    ),
    goods_minor: amountSchema(),
  });

/** One parcel to one place, reckoned by the server as it would be at the checkout. */
export function TryIt({ tariff }: { tariff: Tariff }) {
  const [found, setFound] = useState<ShippingTrialOut | null>(null);
  const { form, onSubmit, sending } = useApiForm({
    values: { pin: "", region: "", weight_g: "500", goods_minor: "500" },
    schema: schema(),
    send: ({ pin, region, weight_g, goods_minor }) => {
      setFound(null);
      const parcel = { weight_g: Number(weight_g), goods_minor: toMinor(goods_minor) };
      return http.post<ShippingTrialOut>(`${PATH}/trial`, { pin: pin.trim(), region, ...parcel });
    },
    done: ({ data }) => setFound(data),
  });
  const states = tariff.regions.map(({ code, name }) => ({ value: code, label: name }));
  const whichever = { value: "", label: t("By the PIN code") };
  return (
    <form
      onSubmit={onSubmit}
      noValidate
      aria-label={t("Try it")}
      className="flex flex-col gap-3 border-line border-t p-4"
    >
      <h3 className="font-semibold text-sm">{t("Try it")}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {tariff.has_post_codes && (
          <TextField form={form} name="pin" label={t("PIN code")} inputMode="numeric" maxLength={6} />
        )}
        <SelectField
          form={form}
          name="region"
          label={tariff.region_word === "emirate" ? t("Emirate") : t("State")}
          placeholder={tariff.has_post_codes ? whichever.label : undefined}
          options={tariff.has_post_codes ? [whichever, ...states] : states}
        />
        <TextField form={form} name="weight_g" label={t("Weight of the parcel, g")} inputMode="numeric" />
        <MoneyField form={form} name="goods_minor" label={t("Price of the goods")} />
      </div>
      <FormError form={form} />
      <Button type="submit" className="self-start" isPending={sending}>
        {t("Show the fee")}
      </Button>
      {found && <Answer found={found} takesCash={tariff.takes_cash} />}
    </form>
  );
}

function Answer({ found, takesCash }: { found: ShippingTrialOut; takesCash: boolean }) {
  const cash = found.cash ? t("Cash on delivery is offered.") : t("No cash on delivery.");
  return (
    <Notice tone={found.delivers ? "good" : "warn"} alert title={found.delivers ? found.fee.text : t("Not delivered")}>
      {found.sentence} {found.delivers && takesCash && <span className="block">{cash}</span>}
    </Notice>
  );
}
