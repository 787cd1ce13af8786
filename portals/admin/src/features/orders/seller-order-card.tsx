import { useAct } from "@kit/form/use-act";
import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { Disclosure } from "@kit/ui/disclosure";
import { Section } from "@kit/ui/section";
import { Sum } from "@kit/ui/sum";
import { TextLink } from "@kit/ui/text-link";
import type { SellerOrder } from "@/api/types";
import { t } from "@/i18n/t";
import { figuresSum } from "./figures-sum";
import { OrderStatus } from "./order-status";

/** One seller's share of the order: goods, parcel, and what is kept back from whom. */
export function SellerOrderCard({ part }: { part: SellerOrder }) {
  const deliver = useAct(
    (_: undefined, key) => http.post(`admin/seller-orders/${part.number}/delivery`, {}, key),
    t("Marked as delivered"),
  );
  return (
    <Section
      title={
        <>
          {part.number} · <TextLink to={`/sellers/${part.seller.id}`}>{part.seller.name}</TextLink>
        </>
      }
      aside={<OrderStatus status={part.status} />}
      flush
    >
      <ul className="divide-y divide-line">
        {part.lines.map((line) => (
          <li key={line.id} className="px-4 py-3 text-sm">
            <div className="flex justify-between gap-4">
              <span className="min-w-0">
                <span className="wrap-anywhere block font-medium">{line.title}</span>
                <span className="tnum text-muted text-xs">
                  {line.quantity} × {line.unit_price.text} · {[line.options, line.sku].filter(Boolean).join(" · ")}
                </span>
              </span>
              <Amount value={line.gross} strong />
            </div>
            <Disclosure label={t("Seller receives {amount}", { amount: line.net?.text ?? "…" })}>
              <Sum rows={figuresSum(line, line.commission_explanation)} />
            </Disclosure>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3 text-sm">
        <span className="text-muted">
          {part.shipment
            ? t("{carrier} {number}, shipped {moment}", {
                carrier: part.shipment.carrier,
                number: part.shipment.tracking_number,
                moment: momentText(part.shipment.shipped_at),
              })
            : t("Not shipped yet")}
        </span>
        {part.actions.includes("deliver") && (
          <Button size="sm" isPending={deliver.running} onPress={() => deliver.run(undefined)}>
            {t("Mark as delivered")}
          </Button>
        )}
      </div>
    </Section>
  );
}
