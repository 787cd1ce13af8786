import { useResource } from "@kit/app/use-resource";
import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { clsx } from "clsx";
import type { Earnings, Order, Part } from "@/api/types";
import { t } from "@/i18n/t";

/** Who gets how much of this order. A phone shows the ends of the sum; each part has all of it. */
export function OrderSplit({ order }: { order: Order }) {
  return (
    <Section title={t("Split")} aside={t("The customer pays {amount}", { amount: order.total.text })} flush>
      <table className="w-full text-right text-sm">
        <thead className="text-muted text-xs">
          <tr className="border-line border-b">
            <th className="h-9 px-4 text-left font-medium">{t("Seller")}</th>
            <th className="px-3 font-medium">{t("Total")}</th>
            <th className="px-3 font-medium">{t("Commission")}</th>
            <th className="px-3 font-medium max-sm:hidden">{t("GST on it")}</th>
            <th className="px-3 font-medium max-sm:hidden">TCS</th>
            <th className="px-3 font-medium max-sm:hidden">TDS</th>
            <th className="px-4 font-medium">{t("Receives")}</th>
          </tr>
        </thead>
        <tbody>
          {order.parts.map((part) => (
            <SplitRow key={part.number} part={part} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function SplitRow({ part }: { part: Part }) {
  const { data } = useResource<Earnings>(`admin/seller-orders/${part.number}/earnings`);
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="h-10 px-4 py-2 text-left font-medium">
        {part.seller.name}
      </th>
      <Cell value={part.total} />
      <Cell value={data?.fee} />
      <Cell value={data?.fee_gst} wide />
      <Cell value={data?.tcs} wide />
      <Cell value={data?.tds} wide />
      <td className="px-4">
        <Amount value={data?.net} strong />
      </td>
    </tr>
  );
}

function Cell({ value, wide }: { value: Money | undefined; wide?: boolean }) {
  return (
    <td className={clsx("px-3", wide && "max-sm:hidden")}>
      <Amount value={value} />
    </td>
  );
}
