import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Section } from "@kit/ui/section";
import { Steps } from "@kit/ui/steps";
import type { Balance } from "@/api/types";
import { t } from "@/i18n/t";

/** The way of the money, from the delivered parcel to the bank account. */
export function BalanceCard({ balance }: { balance: Balance }) {
  const { earned, on_hold, scheduled, in_transit, paid, next_payout } = balance;
  return (
    <Section
      title={t("Where your money is")}
      aside={next_payout && t("Next payout on {date}", { date: dateText(next_payout.scheduled_for) })}
    >
      <Steps
        label={t("Where your money is")}
        steps={[
          {
            label: t("Earned"),
            value: <Amount value={earned} />,
            note: t("delivered, after fees"),
            reached: earned.minor > 0,
          },
          {
            label: t("On hold"),
            value: <Amount value={on_hold} />,
            note: t("until returns are over"),
            reached: on_hold.minor > 0,
          },
          {
            label: t("Scheduled"),
            value: <Amount value={scheduled} />,
            note: t("for the next payout"),
            reached: scheduled.minor > 0,
          },
          {
            label: t("In transit"),
            value: <Amount value={in_transit} />,
            note: t("on the way to your bank"),
            reached: in_transit.minor > 0,
          },
          { label: t("Paid"), value: <Amount value={paid} />, note: t("so far"), reached: paid.minor > 0 },
        ]}
      />
    </Section>
  );
}
