import type { Tone } from "@kit/ui/badge";
import { t } from "@/i18n/t";

/** The stages of an order in the order in which a seller works. */
export const STAGES = ["placed", "accepted", "packed", "shipped", "delivered", "completed", "declined", "cancelled"];

export function stageText(status: string): string {
  const words: Record<string, string> = {
    awaiting_payment: t("Waiting for payment"),
    placed: t("To accept"),
    accepted: t("To pack"),
    packed: t("To ship"),
    shipped: t("On the way"),
    delivered: t("Delivered"),
    completed: t("Completed"),
    declined: t("Declined"),
    cancelled: t("Cancelled"),
  };
  return words[status] ?? status;
}

const TONES: Record<string, Tone> = {
  placed: "warn",
  accepted: "info",
  packed: "info",
  shipped: "info",
  delivered: "good",
  completed: "good",
  declined: "bad",
  cancelled: "bad",
};

export const stageTone = (status: string): Tone => TONES[status] ?? "plain";
