import { Age } from "@kit/format/date";
import { Badge } from "@kit/ui/badge";
import { CopyValue } from "@kit/ui/copy-value";
import { KeyValues } from "@kit/ui/key-values";
import { Notice } from "@kit/ui/notice";
import type { Domain } from "@/api/settings";
import { t } from "@/i18n/t";
import { DomainActs } from "./domain-acts";
import { problemOf, statusOf } from "./words";

/** One domain: how it stands, what is missing, and the records that its owner has to make. */
export function DomainCard({ row }: { row: Domain }) {
  const status = statusOf(row.status);
  const problem = problemOf(row.problem);
  return (
    <li className="flex flex-col gap-3 border-line border-b p-4 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="wrap-anywhere font-medium">{row.domain}</span>
        <Badge tone={status.tone}>{status.text}</Badge>
        {row.is_primary && <Badge tone="good">{t("Main address")}</Badge>}
      </div>
      {problem && <Notice tone={row.status === "failed" ? "bad" : "warn"} title={problem} />}
      <KeyValues
        rows={[
          [t("TXT record"), <CopyValue key="name" value={row.proof_name} />],
          [t("with the value"), <CopyValue key="value" value={row.proof_value} />],
          [t("CNAME or ALIAS to"), <CopyValue key="to" value={row.points_to} />],
          row.checked_at && [t("Last checked"), <Age key="age" at={row.checked_at} />],
        ]}
      />
      <DomainActs row={row} />
    </li>
  );
}
