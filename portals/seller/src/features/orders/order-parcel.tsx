import { momentText } from "@kit/format/date";
import { KeyValues } from "@kit/ui/key-values";
import { Section } from "@kit/ui/section";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";
import { paymentText } from "./payment-text";

/** Where the parcel goes and how. */
export function OrderParcel({ order }: { order: Order }) {
  const { address, shipment } = order;
  return (
    <Section title={t("Delivery")}>
      <address className="mb-4 text-sm not-italic">
        <span className="font-medium">{address.name}</span>
        <span className="block text-muted">{[address.line1, address.line2].filter(Boolean).join(", ")}</span>
        <span className="block text-muted">
          {address.city} {address.pin}, {address.state}
        </span>
        {address.phone && <span className="tnum block text-muted">{address.phone}</span>}
      </address>
      <KeyValues
        rows={[
          [t("Payment"), paymentText(order.payment_method)],
          shipment && [t("Carrier"), shipment.carrier],
          shipment && [t("Tracking number"), <code key="tracking">{shipment.tracking_number}</code>],
          shipment && [t("Shipped"), momentText(shipment.shipped_at)],
          shipment?.delivered_at && [t("Delivered"), momentText(shipment.delivered_at)],
          order.invoice_number && [t("Invoice"), order.invoice_number],
        ]}
      />
    </Section>
  );
}
