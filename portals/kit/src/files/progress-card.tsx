import { t } from "@kit/i18n/t";
import { Bar } from "@kit/ui/bar";
import { Section } from "@kit/ui/section";
import type { ReactNode } from "react";
import { countText, durationText } from "./duration";
import { statusText } from "./status";
import type { ImportRow } from "./types";

/** How far the work is. It goes on without this screen. */
export function ProgressCard({ row, actions }: { row: ImportRow; actions?: ReactNode }) {
  const { status, done_rows, total_rows, rate, seconds_left } = row;
  const reading = status === "checking" && total_rows === 0;
  return (
    <Section title={statusText(status)} aside={actions}>
      <p aria-live="polite" className="tnum text-sm">
        {reading
          ? t("The file is being read.")
          : t("{done} of {total} rows", { done: countText(done_rows), total: countText(total_rows) })}
        {rate !== null && (
          <span className="text-muted">
            {" · "}
            {t("{count} rows a second", { count: countText(rate) })}
            {seconds_left !== null && ` · ${durationText(seconds_left)}`}
          </span>
        )}
      </p>
      <Bar label={statusText(status)} value={done_rows} most={Math.max(total_rows, 1)} />
      {status !== "paused" && (
        <p className="mt-3 text-muted text-sm">
          {t("You may leave this page. The work goes on and is shown at the top.")}
        </p>
      )}
    </Section>
  );
}
