import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { dateText, momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import type { Payout } from "@/api/types";
import { railText } from "@/features/payouts/line-words";
import { PayoutLines } from "@/features/payouts/payout-lines";
import { PayoutStatus } from "@/features/payouts/payout-status";
import { SaveCsv } from "@/features/payouts/save-csv";
import { t, tn } from "@/i18n/t";

/** One transfer to the bank and the orders it is made of; their nets add up to its amount. */
export function PayoutPage() {
  const query = useResource<Payout>(`seller/payouts/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {({ id, amount, status, number, parts, lines, ways, due_at, started_at, paid_at, reserve, carried }) => (
        <>
          <PageHeader
            title={amount.text}
            badge={<PayoutStatus status={status} />}
            lead={number}
            back={{ to: "/payouts", label: t("Payouts") }}
            actions={<SaveCsv path={`seller/payouts/${id}/file`} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <Section
              title={t("What this payout is made of")}
              aside={tn("{count} order", "{count} orders", parts)}
              flush
            >
              <PayoutLines payoutId={id} lines={lines} />
            </Section>
            <Section title={t("Transfer")}>
              <KeyValues
                rows={[
                  [t("Due"), dateText(due_at)],
                  [t("Sent"), started_at && momentText(started_at)],
                  [t("Paid"), paid_at && momentText(paid_at)],
                  reserve.minor > 0 && [t("Kept in reserve"), reserve.text],
                  carried.minor !== 0 && [t("Left to the next payout"), carried.text],
                  ...ways.map((way): [string, string] => [
                    way.amount.text,
                    [railText(way.rail), way.account_last4 && `••••${way.account_last4}`, way.provider_id, way.failure]
                      .filter(Boolean)
                      .join(" · "),
                  ]),
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
