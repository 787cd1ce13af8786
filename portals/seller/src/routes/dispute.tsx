import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Day, momentText } from "@kit/format/date";
import { Deadline } from "@kit/format/deadline";
import { Amount } from "@kit/format/money";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import type { Dispute } from "@/api/types";
import { DisputeState } from "@/features/disputes/dispute-state";
import { Proofs } from "@/features/disputes/proofs";
import { t } from "@/i18n/t";

export function DisputePage() {
  const query = useResource<Dispute>(`seller/disputes/${useParam("id")}`);
  return (
    <Loaded query={query} cards={2}>
      {(found) => (
        <>
          <PageHeader
            title={t("Dispute of {number}", { number: found.number })}
            badge={<DisputeState state={found.state} />}
            lead={found.reason}
            back={{ to: "/disputes", label: t("Disputes") }}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <Asked dispute={found} />
              <Proofs dispute={found} />
            </div>
            <Section title={t("About it")}>
              <KeyValues
                rows={[
                  [t("Amount"), <Amount key="amount" value={found.amount} strong />],
                  [
                    t("Answer by"),
                    <Deadline key="by" at={found.respond_by} over={found.state !== "evidence_due"} exact />,
                  ],
                  ...found.shares.map(({ part }): [string, React.ReactNode] => [
                    t("Order"),
                    <TextLink key={part} to={`/orders/${part}`}>
                      {part}
                    </TextLink>,
                  ]),
                  [t("Came"), <Day key="came" at={found.raised_at} />],
                  found.answered_at && [t("You answered"), momentText(found.answered_at)],
                  found.ended_at && [t("Decided"), <Day key="end" at={found.ended_at} />],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}

/** What is asked of the seller now, or what became of it. */
function Asked({ dispute: { state, actions, answered_at, amount, is_charged } }: { dispute: Dispute }) {
  if (actions.includes("answer"))
    return (
      <Notice
        tone={answered_at ? "info" : "warn"}
        title={answered_at ? t("Thank you, your answer is there") : t("Say what happened and send your proof")}
      >
        {t("{amount} is held back until the bank has decided. The brand sends your proof to the bank.", {
          amount: amount.text,
        })}
      </Notice>
    );
  if (is_charged)
    return (
      <Notice tone="bad" title={t("{amount} is taken from your balance", { amount: amount.text })}>
        {t("The bank gave the money to the customer. The commission on it comes back to you.")}
      </Notice>
    );
  if (state === "lost" || state === "accepted")
    return <Notice title={t("The bank gave the money to the customer")}>{t("The brand decides who bears it.")}</Notice>;
  if (state === "won" || state === "closed")
    return <Notice tone="good" title={t("The payment stands. What was held is paid out with your next payout.")} />;
  return (
    <Notice title={t("The bank looks at the proof")}>{t("This takes some weeks. There is nothing to do.")}</Notice>
  );
}
