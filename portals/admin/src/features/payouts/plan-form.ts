import { optionalAmountSchema } from "@kit/form/money-field";
import { toMinor, toTyped } from "@kit/format/rupees";
import { check, object, pipe, string } from "valibot";
import { t } from "@/i18n/t";
import type { BrandPlan, Plan } from "./types";

export interface PlanValues {
  schedule: string;
  weekday: string;
  month_day: string;
  hold_days: string;
  minimum_minor: string;
  reserve_percent: string;
  reserve_days: string;
  off_rail: string;
  second_person_minor: string;
  adjustment_alone_minor: string;
}

const days = (most: number) =>
  pipe(
    string(),
    check(
      (typed) => /^\d{1,3}$/.test(typed) && Number(typed) <= most,
      t("Write a whole number up to {most}.", { most }),
    ),
  );

export const planSchema = () =>
  object({
    schedule: string(),
    weekday: string(),
    month_day: days(31),
    hold_days: days(90),
    minimum_minor: optionalAmountSchema(),
    reserve_percent: pipe(
      string(),
      check((typed) => /^(100|\d{1,2}(\.\d{1,2})?)$/.test(typed), t("Write a percentage such as 10 or 7.5.")),
    ),
    reserve_days: days(365),
    off_rail: string(),
    second_person_minor: optionalAmountSchema(),
    adjustment_alone_minor: optionalAmountSchema(),
  });

export function planValues(plan: Plan & Partial<BrandPlan>): PlanValues {
  return {
    schedule: plan.schedule,
    weekday: String(plan.weekday),
    month_day: String(plan.month_day),
    hold_days: String(plan.hold_days),
    minimum_minor: plan.minimum.minor ? toTyped(plan.minimum.minor) : "",
    reserve_percent: toTyped(plan.reserve_bp).replace(/\.?0+$/, "") || "0",
    reserve_days: String(plan.reserve_days),
    off_rail: plan.off_rail,
    second_person_minor: plan.second_person ? toTyped(plan.second_person.minor) : "",
    adjustment_alone_minor: plan.adjustment_alone ? toTyped(plan.adjustment_alone.minor) : "",
  };
}

/** What is sent; the two limits only for the brand. An empty limit asks nobody else. */
export function planBody(values: PlanValues, ofBrand: boolean) {
  const common = {
    schedule: values.schedule,
    weekday: Number(values.weekday),
    month_day: Math.max(Number(values.month_day), 1),
    hold_days: Number(values.hold_days),
    minimum_minor: toMinor(values.minimum_minor || "0"),
    reserve_bp: toMinor(values.reserve_percent),
    reserve_days: Number(values.reserve_days),
    off_rail: values.off_rail,
  };
  if (!ofBrand) return common;
  const limit = (typed: string) => (typed === "" ? null : toMinor(typed));
  return {
    ...common,
    second_person_minor: limit(values.second_person_minor),
    adjustment_alone_minor: limit(values.adjustment_alone_minor),
  };
}
