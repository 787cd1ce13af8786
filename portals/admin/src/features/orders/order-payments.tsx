import { momentText } from "@kit/format/date";
import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Payment } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus } from "./order-status";

/** What came in, what went back and what was passed on, with the provider's own ids. */
export function OrderPayments({ payments }: { payments: Payment[] }) {
  return (
    <Section title={t("Payments")} flush>
      <ul className="divide-y divide-line">
        {payments.map((payment) => (
          <li key={payment.provider_order_id ?? payment.provider} className="px-4 py-3 text-sm">
            <Entry
              title={methodText(payment.method || payment.provider)}
              amount={payment.amount}
              status={payment.status}
              id={payment.provider_payment_id}
              note={payment.captured_at ? momentText(payment.captured_at) : payment.failure}
            />
            {payment.refunds.map((refund) => (
              <Entry
                key={refund.provider_refund_id ?? refund.reason}
                title={t("Refund")}
                amount={refund.amount}
                status={refund.status}
                id={refund.provider_refund_id}
                note={refund.failure || refund.reason}
              />
            ))}
            {payment.transfers.map((transfer) => (
              <Entry
                key={transfer.reference_number}
                title={t("Transfer")}
                amount={transfer.amount}
                status={transfer.status}
                id={transfer.provider_transfer_id}
                note={transfer.failure || transfer.reference_number}
              />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const methodText = (method: string) => (method === "cod" ? t("Cash on delivery") : method);

interface EntryProps {
  title: string;
  amount: Money;
  status: string;
  id: string | null;
  note: string;
}

function Entry({ title, amount, status, id, note }: EntryProps) {
  return (
    <div className="py-1.5">
      <div className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-medium capitalize">
          {title} <OrderStatus status={status} />
        </span>
        <Amount value={amount} strong />
      </div>
      <p className="wrap-anywhere text-faint text-xs">
        {note} {id && <code>{id}</code>}
      </p>
    </div>
  );
}
