import { MoneyField } from "@kit/form/money-field";
import { SelectField } from "@kit/form/select-field";
import { TextField } from "@kit/form/text-field";
import type { UseFormReturn } from "react-hook-form";
import { t } from "@/i18n/t";
import { LegalNote } from "./legal-note";
import type { PlanValues } from "./plan-form";
import { schedules, weekdays } from "./plan-words";
import { railText } from "./words";

const RAILS = ["none", "bank_file", "route_direct"];

export function PlanFields({ form, ofBrand }: { form: UseFormReturn<PlanValues>; ofBrand: boolean }) {
  const { schedule, off_rail } = form.watch();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField form={form} name="schedule" label={t("When")} options={schedules()} />
      {(schedule === "weekly" || schedule === "fortnightly") && (
        <SelectField form={form} name="weekday" label={t("Day of the week")} options={weekdays()} />
      )}
      {schedule === "monthly" && (
        <TextField
          form={form}
          name="month_day"
          label={t("Day of the month")}
          hint={t("The last day in shorter months.")}
          inputMode="numeric"
        />
      )}
      <TextField
        form={form}
        name="hold_days"
        label={t("Days after the return window")}
        hint={t("How long delivered money waits after goods can no longer be returned.")}
        inputMode="numeric"
      />
      <MoneyField
        form={form}
        name="minimum_minor"
        label={t("Minimum")}
        hint={t("Less than this joins the next payout.")}
      />
      <TextField form={form} name="reserve_percent" label={t("Reserve, % of sales")} inputMode="decimal" />
      <TextField
        form={form}
        name="reserve_days"
        label={t("Reserve is kept for, days")}
        hint={t("Then it comes back by itself.")}
        inputMode="numeric"
      />
      <div className="flex flex-col gap-3 sm:col-span-2">
        <SelectField
          form={form}
          name="off_rail"
          label={t("How money is paid that is not on hold at the provider")}
          hint={t("Cash on delivery, what the brand adds to a sale, and shares that were refused.")}
          options={RAILS.map((value) => ({ value, label: railText(value) }))}
        />
        {off_rail === "bank_file" && <LegalNote />}
      </div>
      {ofBrand && (
        <>
          <MoneyField
            form={form}
            name="second_person_minor"
            label={t("Second person for runs above")}
            hint={t("Empty: one person is enough.")}
          />
          <MoneyField
            form={form}
            name="adjustment_alone_minor"
            label={t("Second person for adjustments above")}
            hint={t("Empty: one person is enough.")}
          />
        </>
      )}
    </div>
  );
}
