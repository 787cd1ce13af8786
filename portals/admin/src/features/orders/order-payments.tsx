import { momentText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus } from "./order-status";

export function OrderPayments({ payments }: { payments: Order["payments"] }) {
  return (
    <Section title={t("Payments")} flush>
      <ul className="divide-y divide-line">
        {payments.map(({ id, method, status, amount, provider_payment_id, at }) => (
          <li key={id} className="px-4 py-3 text-sm">
            <div className="flex items-center justify-between gap-3">
              <span className="font-medium capitalize">{method}</span>
              <Amount value={amount} strong />
            </div>
            <div className="mt-1 flex flex-wrap items-center justify-between gap-2 text-faint text-xs">
              <span>{momentText(at)}</span>
              <OrderStatus status={status} />
            </div>
            {provider_payment_id && <code className="wrap-anywhere text-faint text-xs">{provider_payment_id}</code>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
