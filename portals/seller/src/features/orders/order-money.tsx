import { Section } from "@kit/ui/section";
import { Sum } from "@kit/ui/sum";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";

/** From what the customer paid to what the seller gets. */
export function OrderMoney({ totals }: { totals: Order["totals"] }) {
  return (
    <Section title={t("Your money")}>
      <Sum
        rows={[
          { label: t("Goods"), amount: totals.gross },
          ...(totals.shipping ? [{ label: t("Shipping"), amount: totals.shipping }] : []),
          { label: t("Commission"), amount: totals.commission },
          { label: t("GST on the commission"), amount: totals.commission_gst },
          { label: t("TCS (GST, section 52)"), amount: totals.tcs },
          { label: t("TDS (income tax)"), amount: totals.tds },
          { label: t("You receive"), amount: totals.net, total: true },
        ]}
      />
      {!totals.net && <p className="mt-2 text-muted text-xs">{t("Fees are computed as soon as the order is paid.")}</p>}
    </Section>
  );
}
