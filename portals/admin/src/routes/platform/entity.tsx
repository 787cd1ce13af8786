import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Timeline } from "@kit/ui/timeline";
import type { Entity } from "@/api/platform-types";
import { DecisionBar } from "@/features/verification/decision-bar";
import { EntityFacts } from "@/features/verification/entity-facts";
import { EntityStatus, entityStatusText } from "@/features/verification/entity-status";
import { RequirementList } from "@/features/verification/requirement-list";
import { t } from "@/i18n/t";

export function EntityPage() {
  const query = useResource<Entity>(`platform/seller-entities/${useParam("id")}`);
  return (
    <Loaded query={query} cards={3}>
      {(entity) => (
        <>
          <PageHeader
            title={entity.legal_name}
            badge={<EntityStatus status={entity.status} />}
            back={{ to: "/verification", label: t("Verification") }}
            actions={<DecisionBar entity={entity} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
            <RequirementList entity={entity} />
            <div className="flex min-w-0 flex-col gap-4">
              <EntityFacts entity={entity} />
              <Section title={t("Earlier decisions")}>
                {entity.decisions.length === 0 && <p className="text-muted text-sm">{t("None yet.")}</p>}
                <Timeline
                  items={entity.decisions.map(({ at, by, decision, reason }) => ({
                    at,
                    actor: by,
                    text: `${entityStatusText(decision)}: ${reason}`,
                  }))}
                />
              </Section>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
