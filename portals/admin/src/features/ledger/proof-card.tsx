import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Notice } from "@kit/ui/notice";
import { Stat, StatGrid } from "@kit/ui/stat";
import type { LedgerProof } from "@/api/types";
import { t } from "@/i18n/t";

/** Whether the balances that are kept agree with the postings they come from. */
export function ProofCard({ proof }: { proof: LedgerProof }) {
  const { balanced, checked_at, differences } = proof;
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone={balanced ? "good" : "bad"}
        title={balanced ? t("The books balance") : t("The books do not balance")}
        action={<span className="text-muted text-xs">{t("checked {moment}", { moment: momentText(checked_at) })}</span>}
      >
        {differences.map(({ account, expected, found }) => (
          <p key={account}>
            <code>{account}</code>:{" "}
            {t("expected {expected}, found {found}", { expected: expected.text, found: found.text })}
          </p>
        ))}
      </Notice>
      <StatGrid>
        <Stat label={t("Debits")} value={<Amount value={proof.debits} />} />
        <Stat label={t("Credits")} value={<Amount value={proof.credits} />} />
        <Stat label={t("Accounts")} value={proof.accounts} />
        <Stat label={t("Transactions")} value={proof.transactions} to="/ledger/transactions" />
      </StatGrid>
    </div>
  );
}
