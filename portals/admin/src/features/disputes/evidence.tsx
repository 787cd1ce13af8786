import { PaperForm } from "@kit/files/paper-form";
import { PaperList } from "@kit/files/paper-list";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { Section } from "@kit/ui/section";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";
import { kindOptions, kindText } from "./dispute-words";
import { WordsForm } from "./words-form";

/** What goes to the bank: the summary and the papers, of the brand's staff and of the sellers. */
export function Evidence({ dispute }: { dispute: Dispute }) {
  const { id, papers, words, actions } = dispute;
  const canWrite = actions.includes("write");
  const { run } = useAct(
    (paper: string) => call("DELETE", `admin/disputes/${id}/papers/${paper}`, {}),
    t("The paper is taken out"),
  );
  return (
    <Section title={t("Evidence for the bank")}>
      <div className="flex flex-col gap-5">
        {canWrite ? (
          <WordsForm dispute={dispute} />
        ) : (
          <p className="wrap-anywhere whitespace-pre-line text-sm">{words || t("Nothing was written.")}</p>
        )}
        <div>
          <h3 className="mb-1 font-medium text-sm">{t("Papers")}</h3>
          <PaperList
            papers={papers.map(({ kind, seller, ...paper }) => ({ ...paper, kind: kindText(kind), from: seller }))}
            onRemove={canWrite ? run : undefined}
          />
        </div>
        {canWrite && <PaperForm path={`admin/disputes/${id}/papers`} kinds={kindOptions()} />}
      </div>
    </Section>
  );
}
