import { CheckItem } from "@kit/ui/check-list";
import { checkText } from "@kit/ui/check-text";
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
        {requirements.map(({ id, title, status, reason, next, why }) => (
          <CheckItem
            key={id}
            state={status}
            stateText={checkText(status)}
            title={title}
            note={[reason, next].filter(Boolean).join(" ") || why}
          />
        ))}
      </ul>
    </Section>
  );
}
