import { t, tn } from "@/i18n/t";
import type { Plan } from "./types";

export const schedules = () => [
  { value: "daily", label: t("Every day") },
  { value: "weekly", label: t("Every week") },
  { value: "fortnightly", label: t("Every two weeks") },
  { value: "monthly", label: t("Every month") },
  { value: "manual", label: t("By hand only") },
];

export const weekdays = () =>
  [t("Monday"), t("Tuesday"), t("Wednesday"), t("Thursday"), t("Friday"), t("Saturday"), t("Sunday")].map(
    (label, number) => ({ value: String(number), label }),
  );

/** A plan in one line. */
export function planText(plan: Plan): string {
  const when = schedules().find(({ value }) => value === plan.schedule)?.label ?? plan.schedule;
  const day =
    plan.schedule === "weekly" || plan.schedule === "fortnightly"
      ? weekdays()[plan.weekday]?.label
      : plan.schedule === "monthly" && t("day {day}", { day: plan.month_day });
  return [
    when,
    day,
    plan.hold_days > 0 &&
      tn("{count} day after the return window", "{count} days after the return window", plan.hold_days),
    plan.minimum.minor > 0 && t("at least {amount}", { amount: plan.minimum.text }),
    plan.reserve_bp > 0 &&
      t("{percent} % in reserve for {days} days", { percent: plan.reserve_bp / 100, days: plan.reserve_days }),
  ]
    .filter(Boolean)
    .join(" · ");
}
