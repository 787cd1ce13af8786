import { momentText } from "@kit/format/date";
import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import type { Order } from "@/api/types";
import { t } from "@/i18n/t";
import { OrderStatus } from "./order-status";

/** What came in, what went back and what was passed on, with the provider's own ids. */
export function OrderPayments({ order }: { order: Order }) {
  const { payments, gift_card } = order;
  return (
    <Section title={t("Payments")} flush>
      <ul className="divide-y divide-line">
        {gift_card.minor > 0 && (
          <li className="px-4 py-3 text-sm">
            <Entry title={t("Gift card")} amount={gift_card} status={cardStatus(order)} />
          </li>
        )}
        {payments.map((payment) => (
          <li key={payment.provider_order_id ?? payment.provider} className="px-4 py-3 text-sm">
            {parts(payment, order).map(({ amount, status }) => (
              <Entry
                key={status}
                title={methodText(payment.method || payment.provider)}
                amount={amount}
                status={status}
                id={payment.provider_payment_id}
                note={payment.captured_at ? momentText(payment.captured_at) : payment.failure}
              />
            ))}
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

/** Cash comes parcel by parcel: what was collected, what is to be; nothing for an order that never arrives. */
function parts({ provider, amount, status }: Order["payments"][number], { paid, to_pay, how_paid }: Order) {
  if (provider !== "cod") return [{ amount, status }];
  if (how_paid === "nothing") return [{ amount, status: "not_collected" }];
  const found = [
    { amount: paid, status: "collected" },
    { amount: to_pay, status: "to_collect" },
  ];
  return found.filter(({ amount: { minor } }) => minor > 0);
}

/** Its share leaves the card when the order is placed, and goes back to it when nobody pays the rest. */
function cardStatus({ placed_at, status }: Order): string {
  if (placed_at) return "captured";
  return status === "awaiting_payment" ? "held" : "released";
}

function methodText(method: string): string {
  const words: Record<string, string> = {
    cod: t("Cash on delivery"),
    cash: t("Cash on delivery"),
    upi: "UPI",
    card: t("Card"),
    netbanking: t("Net banking"),
    wallet: t("Wallet"),
    emi: "EMI",
    paylater: t("Pay later"),
    razorpay: "Razorpay",
  };
  return words[method] ?? method.replaceAll("_", " ");
}

interface EntryProps {
  title: string;
  amount: Money;
  status?: string;
  id?: string | null;
  note?: string;
}

function Entry({ title, amount, status, id, note }: EntryProps) {
  return (
    <div className="py-1.5">
      <div className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-2 font-medium">
          {title} {status && <OrderStatus status={status} />}
        </span>
        <Amount value={amount} strong />
      </div>
      {(note || id) && (
        <p className="wrap-anywhere text-faint text-xs">
          {note} {id && <code>{id}</code>}
        </p>
      )}
    </div>
  );
}
