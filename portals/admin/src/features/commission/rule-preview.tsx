import { Amount } from "@kit/format/money";
import { lastMonth, months } from "@kit/format/months";
import { ErrorState } from "@kit/ui/error-state";
import { Line } from "@kit/ui/skeleton";
import { t, tn } from "@/i18n/t";
import { replayable, type Values } from "./rule-form";
import { useWhatIf } from "./use-what-if";

/** The rule at work on last month's sales, reckoned by the server while it is being written. */
export function RulePreview({ values }: { values: Values }) {
  const month = lastMonth();
  const { data, error, refetch, isFetching } = useWhatIf(month, values);
  const name = months().find(({ value }) => value === month)?.label ?? month;
  return (
    <div aria-live="polite" aria-busy={isFetching} className="rounded-lg bg-sunken px-3 py-2.5 text-sm">
      <p className="font-medium">{t("On the sales of {month}", { month: name })}</p>
      {!replayable(values) && <p className="text-muted">{t("Write a percent to see what it would charge.")}</p>}
      {replayable(values) && error && <ErrorState problem={error} retry={refetch} />}
      {replayable(values) && !error && !data && <Line width="w-2/3" />}
      {replayable(values) && data && (
        <p className="text-muted">
          <Amount value={data.total.before} /> → <Amount value={data.total.after} strong /> (
          <Amount value={data.total.difference} signed />){" "}
          {tn("over {count} line", "over {count} lines", data.total.lines)}
        </p>
      )}
    </div>
  );
}
