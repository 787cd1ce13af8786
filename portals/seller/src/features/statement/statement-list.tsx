import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { ownAccountText } from "@kit/ui/account-words";
import { Disclosure } from "@kit/ui/disclosure";
import { Postings } from "@kit/ui/postings";
import { bookText } from "@/api/book-text";
import type { StatementLine } from "@/api/types";
import { t } from "@/i18n/t";

/** Every change of the balance in a period; each opens to the postings behind it. */
export function StatementList({ lines }: { lines: StatementLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="px-4 py-3 text-sm">
          <div className="flex items-start justify-between gap-4">
            <span className="min-w-0">
              <span className="wrap-anywhere block">{bookText(line)}</span>
              <span className="text-faint text-xs">
                <Day at={line.at} />
                {line.reference && ` · ${line.reference}`}
              </span>
            </span>
            <span className="text-right">
              <Amount value={line.change} strong signed />
              <span className="block text-faint text-xs">
                <Amount value={line.balance} />
              </span>
            </span>
          </div>
          {line.postings.length > 0 && (
            <Disclosure label={t("Explain this rupee")}>
              <Postings postings={line.postings} name={ownAccountText} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
