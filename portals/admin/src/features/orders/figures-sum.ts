import { feeText } from "@kit/ui/fee-words";
import type { SumRow } from "@kit/ui/sum";
import type { CommissionLine, Earnings } from "@/api/types";
import { t } from "@/i18n/t";

/** From what the customer pays to what the seller gets, in the order in which it is computed. */
export function figuresSum(figures: Earnings | CommissionLine): SumRow[] {
  const explanation = "explanation" in figures ? feeText(figures.explanation) : undefined;
  return [
    { label: t("Price paid"), amount: figures.gross },
    { label: t("Commission"), amount: figures.fee, note: explanation, minus: true },
    { label: t("GST on the commission"), amount: figures.fee_gst, minus: true },
    { label: t("TCS (GST, section 52)"), amount: figures.tcs, minus: true },
    { label: t("TDS (income tax)"), amount: figures.tds, minus: true },
    { label: t("Seller receives"), amount: figures.net, total: true },
  ];
}
