import { Amount } from "@kit/format/money";
import { Disclosure } from "@kit/ui/disclosure";
import { Sum } from "@kit/ui/sum";
import { TextLink } from "@kit/ui/text-link";
import type { Payout, PayoutFigures } from "@/api/types";
import { t } from "@/i18n/t";

/** How a figure of the payout comes about, in the order in which it is computed. */
export function figuresSum(figures: PayoutFigures) {
  return [
    { label: t("Price paid"), amount: figures.gross },
    { label: t("Commission"), amount: figures.commission },
    { label: t("GST on the commission"), amount: figures.commission_gst },
    { label: t("TCS (GST, section 52)"), amount: figures.tcs },
    { label: t("TDS (income tax)"), amount: figures.tds },
    ...(figures.adjustment ? [{ label: t("Returns and corrections"), amount: figures.adjustment }] : []),
    { label: t("Net"), amount: figures.net, total: true },
  ];
}

export function PayoutLines({ lines }: { lines: Payout["lines"] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={`${line.order_number}${line.title}`} className="p-4 text-sm">
          <div className="flex items-start justify-between gap-4">
            <span className="min-w-0">
              <span className="wrap-anywhere block font-medium">{line.title}</span>
              <TextLink to={`/orders/${line.order_number}`}>{line.order_number}</TextLink>
            </span>
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
