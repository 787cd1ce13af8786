import { t } from "@/i18n/t";

/** What a line of a payout is. */
export function lineText(kind: string): string {
  const words: Record<string, string> = {
    sale: t("Sale"),
    credit: t("Taken back"),
    adjustment: t("Adjustment"),
    dispute: t("Dispute"),
    returned: t("Did not arrive, paid again"),
    reserve_held: t("Kept in reserve"),
    reserve_released: t("Reserve paid back"),
    carried: t("Carried from before"),
    left: t("Left to the next payout"),
  };
  return words[kind] ?? kind;
}

export function railText(rail: string): string {
  const words: Record<string, string> = {
    route_hold: t("Released by the payment provider"),
    route_direct: t("Sent by the payment provider"),
    bank_file: t("Sent by the brand's bank"),
  };
  return words[rail] ?? rail;
}
