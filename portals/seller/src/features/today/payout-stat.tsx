import { useResource } from "@kit/app/use-resource";
import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { Stat } from "@kit/ui/stat";
import type { Balance } from "@/api/types";
import { t } from "@/i18n/t";

export function PayoutStat() {
  const { data } = useResource<Balance>("seller/balance");
  const note = data?.next_payout_at
    ? t("on {date}", { date: dateText(data.next_payout_at) })
    : data && t("{amount} on hold", { amount: data.on_hold.text });
  return <Stat label={t("Next payout")} value={<Amount value={data?.available} />} note={note} to="/payouts" />;
}
