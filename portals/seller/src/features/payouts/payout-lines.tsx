import { Amount } from "@kit/format/money";
import { Disclosure } from "@kit/ui/disclosure";
import { Sum } from "@kit/ui/sum";
import { TextLink } from "@kit/ui/text-link";
import { figuresSum } from "@/api/figures";
import type { PayoutLine } from "@/api/types";
import { t } from "@/i18n/t";

export function PayoutLines({ lines }: { lines: PayoutLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.number} className="p-4 text-sm">
          <div className="flex items-start justify-between gap-4">
            <TextLink to={`/orders/${line.number}`}>{line.number}</TextLink>
            <Amount value={line.net} strong />
          </div>
          <div className="mt-1.5">
            <Disclosure label={t("How this comes about")}>
              <Sum rows={figuresSum(line)} />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}
