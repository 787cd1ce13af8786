import type { Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

export const STATES = [
  "requested",
  "approved",
  "picked_up",
  "received",
  "refunded",
  "exchanged",
  "rejected",
  "cancelled",
];

export function stateText(status: string): string {
  const words: Record<string, string> = {
    requested: t("To answer"),
    approved: t("Agreed, to be sent back"),
    picked_up: t("On the way back"),
    received: t("Replacement to send"),
    refunded: t("Refunded"),
    exchanged: t("Exchanged"),
    rejected: t("Refused"),
    cancelled: t("Withdrawn"),
  };
  return words[status] ?? status;
}

const TONES: Record<string, Tone> = {
  requested: "warn",
  approved: "info",
  picked_up: "info",
  received: "warn",
  refunded: "good",
  exchanged: "good",
  rejected: "bad",
};

export const stateTone = (status: string): Tone => TONES[status] ?? "plain";

export function kindText(kind: string): string {
  const words: Record<string, string> = {
    return: t("Return"),
    exchange: t("Exchange"),
    claim: t("Claim"),
    undelivered: t("Undelivered"),
  };
  return words[kind] ?? kind;
}
