import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { feeText, feeTitle } from "@kit/ui/fee-words";
import { Loaded } from "@kit/ui/loaded";
import { Postings } from "@kit/ui/postings";
import { bookText } from "@/api/book-text";
import { useAccountText } from "@/api/use-account-text";
import { t } from "@/i18n/t";
import type { Explained } from "./types";

/** Explain this rupee: each fee with its sentence, then the entries of the books. */
export function ExplainLine({ payoutId, lineId }: { payoutId: string; lineId: string }) {
  const query = useResource<Explained>(`admin/payouts/${payoutId}/lines/${lineId}`);
  const name = useAccountText();
  return (
    <Loaded query={query} flush>
      {({ fees, entries }) => (
        <div className="flex flex-col gap-3 py-2 text-sm">
          {fees.length > 0 && (
            <ul className="flex flex-col gap-1.5">
              {fees.map((fee) => (
                <li key={fee.title + fee.explanation}>
                  <span className="font-medium">{feeTitle(fee.title)}</span> · {fee.net.text}
                  <span className="block text-muted text-xs">{feeText(fee.explanation)}</span>
                </li>
              ))}
            </ul>
          )}
          {entries.map(({ key, code, at, reference, description, postings }) => (
            <div key={key}>
              <p className="mb-1 text-faint text-xs">
                {[bookText({ code, description }), momentText(at), reference].filter(Boolean).join(" · ")}
              </p>
              <Postings postings={postings} name={name} />
            </div>
          ))}
          {entries.length === 0 && (
            <p className="text-muted text-xs">{t("This line moves nothing by itself: it closes the statement.")}</p>
          )}
        </div>
      )}
    </Loaded>
  );
}
