import { PaperForm } from "@kit/files/paper-form";
import { PaperList } from "@kit/files/paper-list";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { Section } from "@kit/ui/section";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";
import { AnswerForm } from "./answer-form";
import { kindOptions, kindText } from "./dispute-words";

/** The seller's side: its words, and its papers. */
export function Proofs({ dispute }: { dispute: Dispute }) {
  const { id, papers, words, actions } = dispute;
  const canAnswer = actions.includes("answer");
  const { run } = useAct(
    (paper: string) => call("DELETE", `seller/disputes/${id}/papers/${paper}`, {}),
    t("The paper is taken out"),
  );
  return (
    <Section title={t("Your side of it")}>
      <div className="flex flex-col gap-5">
        {canAnswer ? (
          <AnswerForm dispute={dispute} />
        ) : (
          <p className="wrap-anywhere whitespace-pre-line text-sm">{words || t("You wrote nothing.")}</p>
        )}
        <div>
          <h3 className="mb-1 font-medium text-sm">{t("Your papers")}</h3>
          <PaperList
            papers={papers.map((paper) => ({ ...paper, kind: kindText(paper.kind) }))}
            onRemove={canAnswer ? run : undefined}
          />
        </div>
        {canAnswer && <PaperForm path={`seller/disputes/${id}/papers`} kinds={kindOptions()} />}
      </div>
    </Section>
  );
}
