import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Day, dateText, momentText } from "@kit/format/date";
import { Deadline } from "@kit/format/deadline";
import { Amount } from "@kit/format/money";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import type { Dispute } from "@/api/types";
import { Answers } from "@/features/disputes/answers";
import { DisputeActions } from "@/features/disputes/dispute-actions";
import { DisputeNotice } from "@/features/disputes/dispute-notice";
import { DisputeState } from "@/features/disputes/dispute-state";
import { phaseText } from "@/features/disputes/dispute-words";
import { Evidence } from "@/features/disputes/evidence";
import { Shares } from "@/features/disputes/shares";
import { t } from "@/i18n/t";

const LOOK_AGAIN_MS = 3_000;

export function DisputePage() {
  const id = useParam("id");
  const query = useResource<Dispute>(`admin/disputes/${id}`, undefined, {
    refetchInterval: (found) => (found?.wanted ? LOOK_AGAIN_MS : false),
  });
  return (
    <Loaded query={query} cards={3}>
      {(found) => (
        <>
          <PageHeader
            title={t("Dispute of {number}", { number: found.number })}
            badge={<DisputeState state={found.state} />}
            lead={found.reason}
            back={{ to: "/disputes", label: t("Disputes") }}
            actions={<DisputeActions dispute={found} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <DisputeNotice dispute={found} />
              <Evidence dispute={found} />
              <Answers dispute={found} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <About dispute={found} />
              <Shares dispute={found} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function About({ dispute: found }: { dispute: Dispute }) {
  const isOpen = found.state === "evidence_due" || found.state === "open";
  return (
    <Section title={t("About it")}>
      <KeyValues
        rows={[
          [t("The bank wants"), <Amount key="amount" value={found.amount} strong />],
          found.deducted.minor > 0 && [t("Taken so far"), <Amount key="taken" value={found.deducted} />],
          [t("Answer by"), <Deadline key="by" at={found.respond_by} over={!isOpen} exact />],
          found.order && [
            t("Order"),
            <TextLink key="order" to={`/orders/${found.order}`}>
              {found.order}
            </TextLink>,
          ],
          [t("Stage"), phaseText(found.phase)],
          [t("Came"), <Day key="came" at={found.raised_at} />],
          found.submitted_at && [t("Evidence sent"), momentText(found.submitted_at)],
          found.ended_at && [t("Decided"), dateText(found.ended_at)],
          [t("Provider's id"), found.provider_id],
        ]}
      />
    </Section>
  );
}
