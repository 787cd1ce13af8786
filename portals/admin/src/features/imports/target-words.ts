import type { Target } from "@kit/files/types";
import { t } from "@/i18n/t";

/** What a column can be, in the reader's language. */
export function targetWords(targets: Target[]): Target[] {
  const words = names();
  return targets.map((one) => ({ ...one, label: words[one.code] ?? one.label }));
}

const names = (): Record<string, string> => ({
  sku: t("SKU"),
  handle: t("Product handle"),
  title: t("Title"),
  description: t("Description"),
  description_html: t("Description (HTML)"),
  category: t("Category"),
  price: t("Price"),
  mrp: t("MRP"),
  stock: t("Stock"),
  handling_days: t("Handling days"),
  offer_status: t("Offer status"),
  seller: t("Seller"),
  hsn: t("HSN code"),
  country_of_origin: t("Country of origin"),
  manufacturer: t("Manufacturer"),
  importer: t("Importer"),
  packer: t("Packer"),
  net_quantity: t("Net quantity"),
  weight_g: t("Weight in grams"),
  weight_kg: t("Weight in kilograms"),
  barcode: t("Barcode"),
  tags: t("Tags"),
  specifications: t("Specifications"),
  option1_name: t("Option {count}: name", { count: 1 }),
  option1_value: t("Option {count}: value", { count: 1 }),
  option2_name: t("Option {count}: name", { count: 2 }),
  option2_value: t("Option {count}: value", { count: 2 }),
  option3_name: t("Option {count}: name", { count: 3 }),
  option3_value: t("Option {count}: value", { count: 3 }),
  status: t("Product status"),
  picture: t("Picture address (not fetched)"),
});
