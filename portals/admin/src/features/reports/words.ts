import { t } from "@/i18n/t";

/** Headings, kinds and notes that the server writes in English, in the language of the portal. */
export function columnText(english: string): string {
  const words: Record<string, string> = {
    "Sales register": t("Sales register"),
    "Tax summary": t("Tax summary"),
    "GST TCS by seller and state": t("GST TCS by seller and state"),
    "GSTR-8 worksheet": t("GSTR-8 worksheet"),
    "TDS worksheet": t("TDS worksheet"),
    Date: t("Date"),
    Kind: t("Kind"),
    "Order part": t("Order part"),
    Seller: t("Seller"),
    "Seller GSTIN": t("Seller GSTIN"),
    "Buyer’s tax number": t("Buyer’s tax number"),
    Buyers: t("Buyers"),
    "Place of supply": t("Place of supply"),
    "HSN or SAC": t("HSN or SAC"),
    "Goods or service": t("Goods or service"),
    Quantity: t("Quantity"),
    "Rate %": t("Rate %"),
    "Taxable value": t("Taxable value"),
    Total: t("Total"),
    Supply: t("Supply"),
    "Supplied, before tax": t("Supplied, before tax"),
    Returned: t("Returned"),
    "Of it supplied to businesses": t("Of it supplied to businesses"),
    "Returned by businesses": t("Returned by businesses"),
    "Net value": t("Net value"),
    Collected: t("Collected"),
    Note: t("Note"),
    Supplier: t("Supplier"),
    "GSTIN of supplier": t("GSTIN of supplier"),
    Deductee: t("Deductee"),
    "Name in law": t("Name in law"),
    "PAN ends in": t("PAN ends in"),
    "Kind of PAN": t("Kind of PAN"),
    "Sales, before tax": t("Sales, before tax"),
    Deducted: t("Deducted"),
    "Sales of the tax year so far": t("Sales of the tax year so far"),
    sale: t("sale"),
    return: t("return"),
    interstate: t("interstate"),
    intrastate: t("intrastate"),
  };
  return words[english] ?? english;
}

/** Which tax a deposit paid. */
export function taxText(tax: string): string {
  const words: Record<string, string> = { tcs: t("TCS"), tds: t("TDS"), output: t("Tax on own fees") };
  return words[tax] ?? tax;
}
