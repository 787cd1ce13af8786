import { t } from "@/i18n/t";

export const fieldWords = (): Record<string, string> => ({
  category: t("Category"),
  tag: t("Tag"),
  attribute: t("Attribute"),
  price: t("Price"),
  seller: t("Seller"),
  origin: t("Country of origin"),
  discount: t("Off the MRP"),
  newness: t("New in the shop"),
  stock: t("In stock"),
});

export const sortWords = (): Record<string, string> => ({
  featured: t("As arranged, else the newest"),
  newest: t("Newest first"),
  price_up: t("Cheapest first"),
  price_down: t("Dearest first"),
  discount: t("Biggest saving first"),
});
