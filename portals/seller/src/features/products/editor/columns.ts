import { currencySign } from "@kit/format/currency";
import { t } from "@/i18n/t";
import type { Faults } from "./draft";
import type { Column } from "./matrix";

interface Look {
  label: string;
  width: string;
  inputMode: "text" | "numeric" | "decimal";
  maxLength: number;
  placeholder?: string;
}

export function looks(): Record<Column, Look> {
  return {
    sku: { label: t("SKU"), width: "sm:min-w-40", inputMode: "text", maxLength: 64 },
    price: {
      label: t("Price"),
      width: "sm:min-w-26",
      inputMode: "decimal",
      maxLength: 13,
      placeholder: currencySign(),
    },
    mrp: { label: t("MRP"), width: "sm:min-w-26", inputMode: "decimal", maxLength: 13, placeholder: currencySign() },
    stock: { label: t("Stock"), width: "sm:min-w-20", inputMode: "numeric", maxLength: 8 },
    weight_g: { label: t("Weight, g"), width: "sm:min-w-22", inputMode: "numeric", maxLength: 7 },
    net_quantity: {
      label: t("Net quantity"),
      width: "sm:min-w-30",
      inputMode: "text",
      maxLength: 60,
      placeholder: "1 N",
    },
    hsn: { label: t("HSN code"), width: "sm:min-w-28", inputMode: "numeric", maxLength: 8 },
    barcode: { label: t("Barcode"), width: "sm:min-w-36", inputMode: "numeric", maxLength: 14 },
  };
}

export function faultText(fault: NonNullable<Faults[keyof Faults]>): string {
  return {
    sku: t("Give it a number of your own."),
    amount: t("Write an amount such as 499 or 499.50."),
    below: t("Below the price."),
    whole: t("Write a whole number."),
    hsn: t("4, 6 or 8 digits."),
    barcode: t("8 to 14 digits."),
  }[fault];
}
