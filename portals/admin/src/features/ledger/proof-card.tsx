import { Notice } from "@kit/ui/notice";
import { Stat } from "@kit/ui/stat";
import type { LedgerProof } from "@/api/types";
import { t } from "@/i18n/t";

/** Whether the balances that are kept agree with the postings they come from, added up again just now. */
export function ProofCard({ proof: { holds, differences, transactions, postings } }: { proof: LedgerProof }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={holds ? "good" : "bad"} title={holds ? t("The books balance") : t("The books do not balance")}>
        {holds
          ? t("Every posting was added up just now and agrees with the balances.")
          : differences.map((difference) => <p key={difference}>{difference}</p>)}
      </Notice>
      <div className="grid grid-cols-2 gap-3">
        <Stat label={t("Transactions")} value={transactions} to="/ledger/transactions" />
        <Stat label={t("Postings")} value={postings} />
      </div>
    </div>
  );
}
