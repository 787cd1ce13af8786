import { t } from "@/i18n/t";

export const benefitNames = (): Record<string, string> => ({
  percent: t("Percent off"),
  fixed: t("Amount off"),
  fixed_price: t("Fixed price a piece"),
  buy_get: t("Buy some, get some"),
  free_shipping: t("Free delivery"),
});
