import { momentText } from "@kit/format/date";
import { stateName } from "@kit/format/indian-states";
import { KeyValues } from "@kit/ui/key-values";
import { payingText } from "@kit/ui/paying-words";
import { Section } from "@kit/ui/section";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";

/** Where the parcel goes and how far it is. */
export function OrderParcel({ order }: { order: Order }) {
  const { ship_to: to } = order;
  return (
    <Section title={t("Delivery")}>
      <address className="mb-4 text-sm not-italic">
        <span className="font-medium">{to.name}</span>
        {to.business_name && <span className="block">{to.business_name}</span>}
        <span className="block text-muted">{[to.line1, to.line2].filter(Boolean).join(", ")}</span>
        <span className="block text-muted">
          {to.city} {to.pin}, {stateName(to.state)}
        </span>
        {to.tax_number && <span className="tnum block text-muted">{to.tax_number}</span>}
        {to.phone && <span className="tnum block text-muted">{to.phone}</span>}
      </address>
      <KeyValues
        rows={[
          [t("Payment"), payingText(order.how_paid)],
          order.accepted_at && [t("Accepted"), momentText(order.accepted_at)],
          order.shipped_at && [t("Shipped"), momentText(order.shipped_at)],
          order.delivered_at && [t("Delivered"), momentText(order.delivered_at)],
          order.return_until && [t("Return possible until"), momentText(order.return_until)],
          order.end_reason && [t("Reason"), order.end_reason],
        ]}
      />
    </Section>
  );
}
