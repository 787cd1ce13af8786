import { Amount } from "@kit/format/money";
import { Button } from "@kit/ui/button";
import { TextLink } from "@kit/ui/text-link";
import { useId, useState } from "react";
import { orderOf } from "@/api/order-of";
import { t } from "@/i18n/t";
import { ExplainLine } from "./explain-line";
import type { PayoutLine } from "./types";
import { lineText } from "./words";

const OF_PARTS = ["sale", "credit"];

/** One line of a statement; it opens to what stands behind it. */
export function PayoutLineItem({ payoutId, line }: { payoutId: string; line: PayoutLine }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const figures: [string, { minor: number; text: string }][] = [
    [t("Gross"), line.gross],
    [t("Fee"), line.fee],
    [t("GST on it"), line.fee_gst],
    ["TCS", line.tcs],
    ["TDS", line.tds],
  ];
  const shown = OF_PARTS.includes(line.kind) ? figures.filter(([, money]) => money.minor !== 0) : [];
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex items-start justify-between gap-4">
        <span className="min-w-0">
          <span className="block font-medium">{lineText(line.kind)}</span>
          <span className="wrap-anywhere block text-muted text-xs">
            {OF_PARTS.includes(line.kind) && line.number ? (
              <TextLink to={`/orders/${orderOf(line.number)}`}>{line.number}</TextLink>
            ) : (
              line.number
            )}
            {line.number && line.text && " · "}
            {line.text}
          </span>
          {shown.length > 0 && (
            <span className="block text-faint text-xs">
              {shown.map(([name, money]) => `${name} ${money.text}`).join(" · ")}
            </span>
          )}
        </span>
        <Amount value={line.net} strong signed />
      </div>
      <Button
        look="quiet"
        size="sm"
        className="-ml-3 mt-1"
        aria-expanded={open}
        aria-controls={id}
        onPress={() => setOpen(!open)}
      >
        {t("Explain this rupee")}
      </Button>
      <div id={id}>{open && <ExplainLine payoutId={payoutId} lineId={line.id} />}</div>
    </li>
  );
}
