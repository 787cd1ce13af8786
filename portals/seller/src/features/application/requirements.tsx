import { CheckItem, type CheckState } from "@kit/ui/check-list";
import { Section } from "@kit/ui/section";
import type { Requirement } from "@/api/types";
import { t } from "@/i18n/t";

export function Requirements({ requirements }: { requirements: Requirement[] }) {
  const settled = requirements.filter(({ status }) => status === "passed" || status === "waived").length;
  return (
    <Section
      title={t("What we check")}
      aside={t("{done} of {all} done", { done: settled, all: requirements.length })}
      flush
    >
      <ul className="divide-y divide-line">
        {requirements.map(({ id, title, status, reason }) => (
          <CheckItem key={id} state={status} stateText={stateText(status)} title={title} note={reason} />
        ))}
      </ul>
    </Section>
  );
}

function stateText(state: CheckState): string {
  const words: Record<CheckState, string> = {
    pending: t("Waiting"),
    passed: t("In order"),
    failed: t("To be mended"),
    waived: t("Not needed"),
  };
  return words[state];
}
