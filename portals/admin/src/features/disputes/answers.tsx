import { momentText } from "@kit/format/date";
import { CheckItem } from "@kit/ui/check-list";
import { Section } from "@kit/ui/section";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";

/** What the sellers concerned say. Who has not answered yet is seen at once. */
export function Answers({ dispute: { answers, sellers_due_at } }: { dispute: Dispute }) {
  if (answers.length === 0) return null;
  return (
    <Section
      title={t("What the sellers say")}
      aside={sellers_due_at && t("asked until {moment}", { moment: momentText(sellers_due_at) })}
      flush
    >
      <ul className="divide-y divide-line">
        {answers.map(({ seller, words, answered_at }) => (
          <CheckItem
            key={seller}
            state={answered_at ? "passed" : "pending"}
            stateText={answered_at ? momentText(answered_at) : t("No answer yet")}
            title={seller}
            note={words}
          />
        ))}
      </ul>
    </Section>
  );
}
