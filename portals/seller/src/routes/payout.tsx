import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText, momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { Payout } from "@/api/types";
import { PayoutLines } from "@/features/payouts/payout-lines";
import { PayoutStatus } from "@/features/payouts/payout-status";
import { t, tn } from "@/i18n/t";

/** One transfer to the bank and the orders it is made of; their nets add up to its amount. */
export function PayoutPage() {
  const query = useResource<Payout>(`seller/payouts/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {({ amount, status, number, parts, lines, due_at, started_at, paid_at }) => (
        <>
          <PageHeader
            title={amount.text}
            badge={<PayoutStatus status={status} />}
            lead={number}
            back={{ to: "/payouts", label: t("Payouts") }}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <Section title={t("Orders in this payout")} aside={tn("{count} order", "{count} orders", parts)} flush>
              <PayoutLines lines={lines} />
            </Section>
            <Section title={t("Transfer")}>
              <KeyValues
                rows={[
                  [t("Due"), dateText(due_at)],
                  [t("Sent"), started_at && momentText(started_at)],
                  [t("Paid"), paid_at && momentText(paid_at)],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
