import { dateText } from "@kit/format/date";
import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { Steps } from "@kit/ui/steps";
import type { Balance } from "@/api/types";
import { t } from "@/i18n/t";

/** The way of the money, from the sale to the bank account. */
export function BalanceCard({ balance }: { balance: Balance }) {
  const { upcoming, on_hold, scheduled, in_transit, paid, cash, next_payout_at } = balance;
  const step = (label: string, note: string, money: Money) => ({
    label,
    note,
    value: <Amount value={money} />,
    reached: money.minor > 0,
  });
  return (
    <Section
      title={t("Where your money is")}
      aside={next_payout_at && t("Next payout on {date}", { date: dateText(next_payout_at) })}
    >
      <Steps
        label={t("Where your money is")}
        steps={[
          step(t("Sold"), t("not delivered yet"), upcoming),
          step(t("On hold"), t("until returns are over"), on_hold),
          step(t("Scheduled"), t("for the next payout"), scheduled),
          step(t("In transit"), t("on the way to your bank"), in_transit),
          step(t("Paid"), t("so far"), paid),
        ]}
      />
      {cash.minor !== 0 && (
        <p className="mt-4 border-line border-t pt-3 text-muted text-sm">
          {t("{amount} of cash on delivery is settled by bank transfer, apart from these payouts.", {
            amount: cash.text,
          })}
        </p>
      )}
    </Section>
  );
}
