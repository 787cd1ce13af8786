import { Amount } from "@kit/format/money";
import { Button } from "@kit/ui/button";
import { Disclosure } from "@kit/ui/disclosure";
import { Sum } from "@kit/ui/sum";
import { TextLink } from "@kit/ui/text-link";
import { useId, useState } from "react";
import { figuresSum } from "@/api/figures";
import type { PayoutLine } from "@/api/types";
import { t } from "@/i18n/t";
import { ExplainLine } from "./explain-line";
import { lineText } from "./line-words";

const OF_PARTS = ["sale", "credit"];

/** One line of a payout; it opens to its figures and to what stands behind it in the books. */
export function PayoutLineItem({ payoutId, line }: { payoutId: string; line: PayoutLine }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const ofPart = OF_PARTS.includes(line.kind) && line.number !== "";
  return (
    <li className="p-4 text-sm">
      <div className="flex items-start justify-between gap-4">
        <span className="min-w-0">
          {ofPart ? <TextLink to={`/orders/${line.number}`}>{line.number}</TextLink> : lineText(line.kind)}
          <span className="wrap-anywhere block text-muted text-xs">
            {[ofPart ? lineText(line.kind) : line.number, line.text].filter(Boolean).join(" · ")}
          </span>
        </span>
        <Amount value={line.net} strong signed={line.kind !== "sale"} />
      </div>
      {line.kind === "sale" && (
        <div className="mt-1.5">
          <Disclosure label={t("How this comes about")}>
            <Sum rows={figuresSum(line)} />
          </Disclosure>
        </div>
      )}
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
