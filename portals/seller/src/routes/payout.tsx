import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Sum } from "@kit/ui/sum";
import { Timeline } from "@kit/ui/timeline";
import type { Payout } from "@/api/types";
import { figuresSum, PayoutLines } from "@/features/payouts/payout-lines";
import { PayoutStatus } from "@/features/payouts/payout-status";
import { t, tn } from "@/i18n/t";

export function PayoutPage() {
  const query = useResource<Payout>(`seller/payouts/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {(payout) => (
        <>
          <PageHeader
            title={payout.amount.text}
            badge={<PayoutStatus status={payout.status} />}
            lead={payout.number}
            back={{ to: "/payouts", label: t("Payouts") }}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <Section
              title={t("Orders in this payout")}
              aside={tn("{count} order", "{count} orders", payout.orders)}
              flush
            >
              <PayoutLines lines={payout.lines} />
            </Section>
            <div className="flex min-w-0 flex-col gap-4">
              <Section title={t("Together")}>
                <Sum rows={figuresSum(payout.totals)} />
              </Section>
              <Section title={t("Transfer")}>
                <KeyValues
                  rows={[
                    [t("Scheduled"), dateText(payout.scheduled_for)],
                    payout.paid_at && [t("Paid"), dateText(payout.paid_at)],
                    [t("Bank reference"), payout.reference && <code key="reference">{payout.reference}</code>],
                  ]}
                />
              </Section>
              <Section title={t("What happened")}>
                <Timeline items={payout.timeline} />
              </Section>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
