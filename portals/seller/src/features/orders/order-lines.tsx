import { Amount } from "@kit/format/money";
import { Disclosure } from "@kit/ui/disclosure";
import { Sum } from "@kit/ui/sum";
import { Thumb } from "@kit/ui/thumb";
import type { OrderLine } from "@/api/types";
import { t } from "@/i18n/t";

/** The goods of an order; each line opens to what is kept back from it and why. */
export function OrderLines({ lines }: { lines: OrderLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <li key={line.id} className="p-4">
          <div className="flex gap-3">
            <Thumb src={line.image_url} />
            <div className="min-w-0 flex-1 text-sm">
              <p className="wrap-anywhere font-medium">{line.title}</p>
              <p className="text-muted text-xs">{[line.options, line.sku].filter(Boolean).join(" · ")}</p>
              <p className="tnum text-muted text-xs">
                {line.quantity} × {line.unit_price.text}
              </p>
            </div>
            <div className="text-right text-sm">
              <Amount value={line.gross} strong />
            </div>
          </div>
          <div className="mt-2 sm:pl-[3.75rem]">
            <Disclosure label={line.net ? t("You receive {amount}", { amount: line.net.text }) : t("Being computed")}>
              <Sum rows={lineSum(line)} />
            </Disclosure>
          </div>
        </li>
      ))}
    </ul>
  );
}

function lineSum(line: OrderLine) {
  return [
    { label: t("Price paid"), amount: line.gross },
    { label: t("Commission"), amount: line.commission, note: line.commission_explanation },
    { label: t("GST on the commission"), amount: line.commission_gst },
    { label: t("TCS (GST, section 52)"), amount: line.tcs },
    { label: t("TDS (income tax)"), amount: line.tds },
    { label: t("You receive"), amount: line.net, total: true },
  ];
}
