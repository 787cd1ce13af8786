import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Badge } from "@kit/ui/badge";
import { Section } from "@kit/ui/section";
import { Thumb } from "@kit/ui/thumb";
import type { ReactNode } from "react";
import type { Part } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus } from "./order-status";
import { PartActions } from "./part-actions";
import { PartCommission } from "./part-commission";
import { PartDiscount } from "./part-discount";

/** One seller's part of the order: goods, parcel, and what is kept back from whom. */
export function PartCard({ part, order, children }: { part: Part; order: string; children?: ReactNode }) {
  return (
    <Section title={`${part.number} · ${part.seller.name}`} aside={<OrderStatus status={part.status} />} flush>
      <ul className="divide-y divide-line">
        {part.lines.map((line) => (
          <li key={line.id} className="flex gap-3 px-4 py-3 text-sm">
            <Thumb src={line.image} />
            <span className="min-w-0 flex-1">
              <span className="wrap-anywhere block font-medium">{line.title}</span>
              <span className="tnum text-muted text-xs">
                {line.quantity} × {line.unit_price.text} ·{" "}
                {[...line.options.map(({ value }) => value), line.sku].filter(Boolean).join(" · ")}
              </span>
              {line.cancelled > 0 && (
                <Badge tone="bad">{t("{count} of it cancelled", { count: line.cancelled })}</Badge>
              )}
            </span>
            <span className="text-right">
              <Amount value={line.total} strong />
              <PartDiscount of={line} />
            </span>
          </li>
        ))}
      </ul>
      <div className="border-line border-t px-4 py-3">
        <PartCommission number={part.number} />
        <div className="mt-2 flex flex-wrap items-center justify-between gap-3 text-muted text-sm">
          {standing(part)}
          <span className="flex flex-wrap gap-2">
            {children}
            <PartActions part={part} order={order} />
          </span>
        </div>
      </div>
    </Section>
  );
}

function standing({ end_reason, delivered_at, return_until, shipped_at }: Part): string {
  if (end_reason) return end_reason;
  if (delivered_at && return_until) {
    return t("Delivered {moment}, can be returned until {until}", {
      moment: momentText(delivered_at),
      until: momentText(return_until),
    });
  }
  return shipped_at ? t("Shipped {moment}", { moment: momentText(shipped_at) }) : t("Not shipped yet");
}
