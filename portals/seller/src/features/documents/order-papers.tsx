import { useResource } from "@kit/app/use-resource";
import { Day } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { t } from "@/i18n/t";
import { kindText } from "./kinds";
import { TakeButton } from "./take-button";
import type { DocumentRow } from "./types";

/** The papers of one order. */
export function OrderPapers({ number }: { number: string }) {
  const { data: rows } = useResource<DocumentRow[]>("seller/documents", { q: number });
  if (!rows) return null;
  return (
    <Section title={t("Documents")}>
      {rows.length === 0 && (
        <p className="text-muted text-sm">{t("The invoice is issued when the parcel is packed.")}</p>
      )}
      <ul className="flex flex-col gap-2 text-sm">
        {rows.map(({ id, kind, number: own, issued_on, total }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{kindText(kind)}</span>
              <span className="tnum block text-muted text-xs">
                {own} · <Day at={issued_on} />
              </span>
            </span>
            <Amount value={total} />
            <TakeButton id={id} number={own} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
