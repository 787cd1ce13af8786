import type { Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

export const TONES: Record<string, Tone> = {
  scheduled: "warn",
  proposed: "warn",
  waiting: "warn",
  in_transit: "info",
  sent: "info",
  approved: "good",
  booked: "good",
  paid: "good",
  failed: "bad",
  rejected: "bad",
  returned: "bad",
};

/** How a payout, a run, an adjustment or one way of money stands. */
export function stateText(state: string): string {
  const words: Record<string, string> = {
    scheduled: t("Scheduled"),
    in_transit: t("In transit"),
    paid: t("Paid"),
    failed: t("Failed"),
    carried: t("Carried over"),
    proposed: t("Waits for approval"),
    approved: t("Approved"),
    rejected: t("Rejected"),
    booked: t("Booked"),
    waiting: t("Waiting"),
    sent: t("Sent"),
    returned: t("Came back"),
  };
  return words[state] ?? state;
}

/** Why a seller gets nothing of a run. */
export function leftOutText(why: string): string {
  const words: Record<string, string> = {
    not_due: t("The next payout day has not come"),
    manual: t("Paid by hand only"),
    frozen: t("On hold after a change of contact or bank account"),
    held: t("Held by somebody of the brand"),
    owes: t("Owes more than was earned; the next payouts take it"),
    minimum: t("Below the minimum; joins the next payout"),
    no_rail: t("No way to pay it: choose a bank file or transfers from the balance"),
    no_account: t("The seller has no verified account"),
    open: t("A payout of this seller is being prepared"),
    waiting: t("Nothing is ready: return windows are open, or cash was not brought yet"),
  };
  return words[why] ?? why;
}

export function railText(rail: string): string {
  const words: Record<string, string> = {
    none: t("Not at all: it stays in the balance"),
    route_hold: t("Share on hold"),
    route_direct: t("Transfer from the balance"),
    bank_file: t("Bank file"),
  };
  return words[rail] ?? rail;
}

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
