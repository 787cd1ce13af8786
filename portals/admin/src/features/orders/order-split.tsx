import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { clsx } from "clsx";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";

/** Who gets how much of this order. A phone shows the ends of the sum; each line has all of it. */
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
              <th className="px-3 font-medium max-sm:hidden">{t("GST on it")}</th>
              <th className="px-3 font-medium max-sm:hidden">TCS</th>
              <th className="px-3 font-medium max-sm:hidden">TDS</th>
              <th className="px-4 font-medium">{t("Receives")}</th>
            </tr>
          </thead>
          <tbody>
            {order.seller_orders.map(({ number, seller, totals }) => (
              <tr key={number} className="border-line border-b last:border-b-0">
                <th scope="row" className="h-10 px-4 text-left font-medium">
                  {seller.name}
                </th>
                <Cell value={totals.gross} />
                <Cell value={totals.commission} />
                <Cell value={totals.commission_gst} wide />
                <Cell value={totals.tcs} wide />
                <Cell value={totals.tds} wide />
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

function Cell({ value, wide }: { value: Money | null; wide?: boolean }) {
  return (
    <td className={clsx("px-3", wide && "max-sm:hidden")}>
      <Amount value={value} />
    </td>
  );
}
