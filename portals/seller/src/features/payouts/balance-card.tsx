import { dateText } from "@kit/format/date";
import { Amount, type Money } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { Steps } from "@kit/ui/steps";
import type { Balance } from "@/api/types";
import { t } from "@/i18n/t";

/** The way of the money, from the sale to the bank account. */
export function BalanceCard({ balance }: { balance: Balance }) {
  const { upcoming, on_hold, available, owed, reserve, reserve_until, in_transit, paid, cash, next_payout_at } =
    balance;
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
          step(t("Available"), t("for the next payout"), available),
          step(t("In transit"), t("on the way to your bank"), in_transit),
          step(t("Paid"), t("so far"), paid),
        ]}
      />
      {cash.minor !== 0 && (
        <p className="mt-4 border-line border-t pt-3 text-muted text-sm">
          {t("{amount} waits for its cash to arrive, or for a bank transfer.", { amount: cash.text })}
        </p>
      )}
      {owed.minor < 0 && (
        <p className="mt-2 text-bad text-sm">
          {t("You owe {amount}: more was given back than earned. The next payouts take it.", {
            amount: owed.text.replace("-", ""),
          })}
        </p>
      )}
      {reserve.minor > 0 && (
        <p className="mt-2 text-muted text-sm">
          {reserve_until
            ? t("{amount} is kept in reserve. The next part comes back on {date}.", {
                amount: reserve.text,
                date: dateText(reserve_until),
              })
            : t("{amount} is kept in reserve.", { amount: reserve.text })}
        </p>
      )}
    </Section>
  );
}
