import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import { useState } from "react";
import { BankFileActions } from "@/features/payouts/bank-file-actions";
import { MarkLine } from "@/features/payouts/mark-line";
import { StateBadge } from "@/features/payouts/state-badge";
import type { BankFileRow, BankLine } from "@/features/payouts/types";
import { t, tn } from "@/i18n/t";

/** One file for the bank with what became of each line. */
export function BankFilePage() {
  const id = useParam("id");
  const query = useResource<BankFileRow & { lines: BankLine[] }>(`admin/bank-files/${id}`);
  const [problems, setProblems] = useState<string[]>([]);
  const may = useCan("payouts.run");
  return (
    <Loaded query={query} cards={2}>
      {(file) => (
        <>
          <PageHeader
            title={t("Bank file {number}", { number: file.number })}
            lead={`${file.total.text} · ${tn("{count} line", "{count} lines", file.lines_count)}`}
            back={{ to: "/payouts/bank", label: t("Bank files") }}
            actions={<BankFileActions fileId={id} onAnswer={(answered) => setProblems(answered.problems)} />}
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              {problems.length > 0 && (
                <Notice tone="bad" alert title={t("These lines of the answer changed nothing")}>
                  <ul className="list-disc pl-4">
                    {problems.map((problem) => (
                      <li key={problem}>{problem}</li>
                    ))}
                  </ul>
                </Notice>
              )}
              <Section title={t("Lines")} flush>
                <ul className="divide-y divide-line">
                  {file.lines.map((line) => (
                    <li key={line.id} className="flex flex-wrap items-start gap-3 px-4 py-3 text-sm">
                      <span className="min-w-0">
                        <TextLink to={`/payouts/${line.payout_id}`}>{line.seller}</TextLink>
                        <span className="wrap-anywhere block text-faint text-xs">
                          {[line.reference, `${line.ifsc} ••••${line.account_last4}`, line.provider_id]
                            .filter(Boolean)
                            .join(" · ")}
                        </span>
                        {line.failure && <span className="block text-bad text-xs">{line.failure}</span>}
                      </span>
                      <span className="ml-auto flex flex-col items-end gap-1">
                        <Amount value={line.amount} strong />
                        <StateBadge state={line.status} />
                        {may && line.status === "sent" && <MarkLine line={line} />}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            </div>
            <Section title={t("About it")}>
              <KeyValues
                rows={[
                  [t("Made"), momentText(file.made_at)],
                  [t("Made by"), file.made_by],
                  [t("Taken"), tn("{count} time", "{count} times", file.downloads)],
                  [t("Layout"), file.layout],
                  ["SHA-256", file.sha256],
                ]}
              />
            </Section>
          </div>
        </>
      )}
    </Loaded>
  );
}
