import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { happeningText } from "@kit/ui/happening-words";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Timeline } from "@kit/ui/timeline";
import type { Order } from "@/api/types";
import { OrderPapers } from "@/features/documents/order-papers";
import { SlipsButton } from "@/features/documents/slips-button";
import { OrderActions } from "@/features/orders/order-actions";
import { OrderLines } from "@/features/orders/order-lines";
import { OrderMoney } from "@/features/orders/order-money";
import { OrderParcel } from "@/features/orders/order-parcel";
import { StageBadge } from "@/features/orders/stage-badge";
import { Undelivered } from "@/features/returns/undelivered";
import { t, tn } from "@/i18n/t";

export function OrderPage() {
  const query = useResource<Order>(`seller/orders/${useParam("number")}`);
  return (
    <Loaded query={query} cards={3}>
      {(order) => (
        <>
          <PageHeader
            title={order.number}
            badge={<StageBadge status={order.status} />}
            lead={order.placed_at && t("Placed {moment}", { moment: momentText(order.placed_at) })}
            back={{ to: "/orders", label: t("Orders") }}
            actions={
              <>
                <Undelivered order={order} />
                <SlipsButton numbers={[order.number]} />
                <OrderActions order={order} />
              </>
            }
          />
          <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
            <div className="flex min-w-0 flex-col gap-4">
              <Section title={t("Goods")} aside={tn("{count} item", "{count} items", order.items)} flush>
                <OrderLines lines={order.lines} />
              </Section>
              <Section title={t("What happened")}>
                <Timeline items={order.timeline.map(({ text, at }) => ({ text: happeningText(text), at }))} />
              </Section>
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <OrderMoney number={order.number} />
              <OrderParcel order={order} />
              <OrderPapers number={order.number} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  );
}
