import { t } from "@/i18n/t";

/** What the server calls a field, in the reader's language; names of the brand's own attributes stay as they are. */
export function labelText(label: string): string {
  const words: Record<string, string> = {
    Title: t("Title"),
    Description: t("Description"),
    Category: t("Category"),
    "Country of origin": t("Country of origin"),
    Manufacturer: t("Manufacturer"),
    Importer: t("Importer"),
    Packer: t("Packer"),
    Specifications: t("Specifications"),
    "Title for search engines": t("Title for search engines"),
    "Description for search engines": t("Description for search engines"),
    Pictures: t("Pictures"),
    Options: t("Options"),
    "HSN code": t("HSN code"),
    "Net quantity": t("Net quantity"),
    "New variant": t("New variant"),
    Variant: t("Variant"),
    "Variant taken out": t("Variant taken out"),
  };
  return words[label] ?? label;
}

export function reasonText(code: string): string {
  const words: Record<string, string> = {
    picture: t("Pictures"),
    description: t("Description"),
    law: t("Facts the law wants"),
    price: t("Price or MRP"),
    category: t("Category or attributes"),
    duplicate: t("Is there already"),
    prohibited: t("Not sold here"),
    other: t("Something else"),
  };
  return words[code] ?? code;
}

export function flagText(code: string, sentence: string): string {
  const words: Record<string, string> = {
    picture: t("Has no picture."),
    description: t("The description is very short."),
    contact: t("The text names a phone, an address or a site."),
    claim: t("The text promises something that has to be shown to be true."),
    capitals: t("The title is in capitals."),
  };
  return words[code] ?? sentence;
}
