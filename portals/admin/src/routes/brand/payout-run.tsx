import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { DecideRun } from "@/features/payouts/decide-run";
import { StateBadge } from "@/features/payouts/state-badge";
import type { RunItem, RunRow } from "@/features/payouts/types";
import { WaitsForPeople } from "@/features/payouts/waits-for-people";
import { leftOutText } from "@/features/payouts/words";
import { t, tn } from "@/i18n/t";

/** Whom a run pays and whom it leaves out, as it was said when it was made. */
export function PayoutRunPage() {
  const query = useResource<RunRow & { items: RunItem[] }>(`admin/payout-runs/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(run) => (
        <>
          <PageHeader
            title={t("Run {number}", { number: run.number })}
            badge={<StateBadge state={run.status} />}
            lead={`${run.total.text} · ${tn("{count} seller", "{count} sellers", run.payouts)}`}
            back={{ to: "/payouts/runs", label: t("Runs") }}
            actions={<DecideRun run={run} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <WaitsForPeople run={run} />
              <Section title={t("Sellers")} flush>
                <ul className="divide-y divide-line">
                  {run.items.map((item) => (
                    <li key={item.seller_id} className="flex items-start justify-between gap-4 px-4 py-3 text-sm">
                      <span className="min-w-0">
                        <span className="block font-medium">{item.seller}</span>
                        {item.left_out && <span className="block text-warn text-xs">{leftOutText(item.left_out)}</span>}
                      </span>
                      <Amount value={item.amount} strong={!item.left_out} />
                    </li>
                  ))}
                </ul>
              </Section>
            </div>
            <Section title={t("About it")}>
              <KeyValues
                rows={[
                  [t("Proposed by"), run.proposed_by ?? t("The schedule")],
                  [t("Proposed"), momentText(run.proposed_at)],
                  !!run.decided_by && [t("Decided by"), run.decided_by],
                  !!run.decided_at && [t("Decided"), momentText(run.decided_at)],
                  !!run.reason && [t("Reason"), run.reason],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
