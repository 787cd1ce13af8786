import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { momentText } from "@kit/format/date";
import { stateName } from "@kit/format/indian-states";
import { happeningText } from "@kit/ui/happening-words";
import { KeyValues } from "@kit/ui/key-values";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Timeline } from "@kit/ui/timeline";
import { ViewAsButton } from "@kit/view-as/view-as-button";
import type { Order } from "@/api/types";
import { OrderPapers } from "@/features/documents/order-papers";
import { OrderLedger } from "@/features/ledger/order-ledger";
import { CancelOrder } from "@/features/orders/cancel-order";
import { OrderPayments } from "@/features/orders/order-payments";
import { OrderSplit } from "@/features/orders/order-split";
import { OrderStatus } from "@/features/orders/order-status";
import { PartCard } from "@/features/orders/part-card";
import { Goodwill } from "@/features/returns/goodwill";
import { t } from "@/i18n/t";

/** Everything about one order on one page: money, parcels, books, history. */
export function OrderPage() {
  const seesPapers = useCan("documents.read");
  const query = useResource<Order>(`admin/orders/${useParam("number")}`);
  return (
    <Loaded query={query} cards={4}>
      {(order) => (
        <>
          <PageHeader
            title={order.number}
            badge={<OrderStatus status={order.status} />}
            lead={t("Placed {moment} by {name}", {
              moment: momentText(order.placed_at ?? order.created_at),
              name: order.customer || order.contact.email || order.contact.phone || t("somebody who was forgotten"),
            })}
            back={{ to: "/orders", label: t("Orders") }}
            actions={
              <>
                <ViewAsButton name={order.customer} path={`admin/orders/${order.number}/viewings`} />
                <CancelOrder order={order} />
              </>
            }
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <OrderSplit order={order} />
              {order.parts.map((part) => (
                <PartCard key={part.number} part={part} order={order.number}>
                  <Goodwill part={part} />
                </PartCard>
              ))}
              <OrderLedger number={order.number} />
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <OrderPayments order={order} />
              {seesPapers && <OrderPapers number={order.number} />}
              <Customer order={order} />
              <Section title={t("What happened")}>
                <Timeline
                  items={order.timeline.map(({ text, at, part }) => ({ text: happeningText(text), at, actor: part }))}
                />
              </Section>
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Customer({ order: { contact, address } }: { order: Order }) {
  const { line1, line2, city, pin, state } = address;
  return (
    <Section title={t("Customer")}>
      <KeyValues
        rows={[
          [t("Name"), contact.name],
          [t("E-mail"), contact.email],
          [t("Phone"), contact.phone],
          [t("Sent to"), [line1, line2, `${city} ${pin}`, stateName(state)].filter(Boolean).join(", ")],
        ]}
      />
    </Section>
  );
}
