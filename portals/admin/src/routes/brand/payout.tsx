import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { HoldButton } from "@/features/payouts/hold-button";
import { PayoutLineItem } from "@/features/payouts/payout-line";
import { StateBadge } from "@/features/payouts/state-badge";
import type { PayoutDetail } from "@/features/payouts/types";
import { Ways } from "@/features/payouts/ways";
import { t } from "@/i18n/t";

/** One payout: its lines add up to its amount, and so do the ways in which it goes. */
export function PayoutPage() {
  const query = useResource<PayoutDetail>(`admin/payouts/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {(payout) => (
        <>
          <PageHeader
            title={payout.amount.text}
            badge={<StateBadge state={payout.status} />}
            lead={`${payout.seller} · ${payout.number}`}
            back={{ to: "/payouts", label: t("Payouts") }}
            actions={payout.status === "scheduled" && !payout.held_reason && <HoldButton payoutId={payout.id} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              {payout.held_reason && <Notice tone="warn" title={t("Held: {reason}", { reason: payout.held_reason })} />}
              <Section title={t("Statement")} flush>
                <ul className="divide-y divide-line">
                  {payout.lines.map((line) => (
                    <PayoutLineItem key={line.id} payoutId={payout.id} line={line} />
                  ))}
                </ul>
              </Section>
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <Section title={t("About it")}>
                <KeyValues
                  rows={[
                    [t("Due"), momentText(payout.due_at)],
                    [t("Sent"), payout.started_at && momentText(payout.started_at)],
                    [t("Paid"), payout.paid_at && momentText(payout.paid_at)],
                    payout.reserve.minor > 0 && [t("Kept in reserve"), payout.reserve.text],
                    payout.carried.minor !== 0 && [t("Left to the next payout"), payout.carried.text],
                  ]}
                />
              </Section>
              {payout.ways.length > 0 && (
                <Section title={t("How the money goes")} flush>
                  <Ways ways={payout.ways} />
                </Section>
              )}
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
