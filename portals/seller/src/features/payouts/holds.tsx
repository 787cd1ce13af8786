import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { TextLink } from "@kit/ui/text-link";
import type { Balance } from "@/api/types";
import { t } from "@/i18n/t";

/** Money that is earned but may still go back to a customer, and the day on which it no longer can. */
export function Holds({ holds }: { holds: Balance["holds"] }) {
  if (holds.length === 0) return null;
  return (
    <Section title={t("On hold until the return window closes")} flush>
      <ul className="divide-y divide-line">
        {holds.map(({ order_number, amount, until }) => (
          <li key={order_number} className="flex items-center justify-between gap-3 px-4 py-2.5 text-sm">
            <TextLink to={`/orders/${order_number}`}>{order_number}</TextLink>
            <span className="text-muted text-xs">{t("free on {date}", { date: dateText(until) })}</span>
            <Amount value={amount} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
