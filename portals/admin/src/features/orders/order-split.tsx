import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";

/** Who gets how much of this order. A table wide enough to scroll on its own on a phone. */
export function OrderSplit({ order }: { order: Order }) {
  return (
    <Section title={t("Split")} aside={t("The customer paid {amount}", { amount: order.total.text })} flush>
      <div className="overflow-x-auto">
        <table className="w-full text-right text-sm">
          <thead className="text-muted text-xs">
            <tr className="border-line border-b">
              <th className="h-9 px-4 text-left font-medium">{t("Seller")}</th>
              <th className="px-3 font-medium">{t("Goods")}</th>
              <th className="px-3 font-medium">{t("Commission")}</th>
              <th className="px-3 font-medium">{t("GST on it")}</th>
              <th className="px-3 font-medium">TCS</th>
              <th className="px-3 font-medium">TDS</th>
              <th className="px-4 font-medium">{t("Receives")}</th>
            </tr>
          </thead>
          <tbody>
            {order.seller_orders.map(({ number, seller, totals }) => (
              <tr key={number} className="border-line border-b last:border-b-0">
                <th scope="row" className="h-10 px-4 text-left font-medium">
                  {seller.name}
                </th>
                {[totals.gross, totals.commission, totals.commission_gst, totals.tcs, totals.tds].map(
                  (value, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns keep their order
                    <td key={index} className="px-3">
                      <Amount value={value} />
                    </td>
                  ),
                )}
                <td className="px-4">
                  <Amount value={totals.net} strong />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
