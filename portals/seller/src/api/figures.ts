import type { SumRow } from "@kit/ui/sum";
import { t } from "@/i18n/t";
import type { Figures } from "./types";

/** From the price to what the seller gets, in the order in which it is computed. */
export function figuresSum(figures: Figures, explanation?: string): SumRow[] {
  return [
    { label: t("Price paid"), amount: figures.gross },
    { label: t("Commission"), amount: figures.fee, note: explanation, minus: true },
    { label: t("GST on the commission"), amount: figures.fee_gst, minus: true },
    { label: t("TCS (GST, section 52)"), amount: figures.tcs, minus: true },
    { label: t("TDS (income tax)"), amount: figures.tds, minus: true },
    { label: t("You receive"), amount: figures.net, total: true },
  ];
}
