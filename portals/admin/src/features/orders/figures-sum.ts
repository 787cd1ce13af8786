import type { Money } from "@kit/format/money";
import type { SumRow } from "@kit/ui/sum";
import { t } from "@/i18n/t";

interface Figures {
  gross: Money;
  commission: Money | null;
  commission_gst: Money | null;
  tcs: Money | null;
  tds: Money | null;
  net: Money | null;
}

/** From what the customer pays to what the seller gets, in the order in which it is computed. */
export function figuresSum(figures: Figures, explanation?: string | null): SumRow[] {
  return [
    { label: t("Price paid"), amount: figures.gross },
    { label: t("Commission"), amount: figures.commission, note: explanation },
    { label: t("GST on the commission"), amount: figures.commission_gst },
    { label: t("TCS (GST, section 52)"), amount: figures.tcs },
    { label: t("TDS (income tax)"), amount: figures.tds },
    { label: t("Seller receives"), amount: figures.net, total: true },
  ];
}
