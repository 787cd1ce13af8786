import { t } from "@kit/i18n/t";

/** How an order, or a seller's part of it, is paid at this moment. */
export function payingText(how: string): string {
  const words: Record<string, string> = {
    waiting: t("Waiting for payment"),
    nothing: t("Nothing to pay"),
    gift_card: t("Gift card"),
    online: t("Paid online"),
    on_delivery: t("To pay on delivery"),
    partly_collected: t("Partly paid on delivery"),
    collected: t("Paid on delivery"),
  };
  return words[how] ?? how;
}
