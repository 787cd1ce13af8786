import type { Application } from "@/api/types";
import { t } from "@/i18n/t";

type FieldName =
  | "shop_name"
  | "description"
  | "legal_name"
  | "pan"
  | "gst_status"
  | "gstin"
  | "state"
  | "address"
  | "city"
  | "pin"
  | "bank_account"
  | "ifsc"
  | "account_holder";

export interface Field {
  name: FieldName;
  label: string;
  hint?: string;
  kind?: "state" | "gst" | "long" | "code" | "digits";
}

export interface ApplicationStep {
  id: string;
  title: string;
  why: string;
  fields: Field[];
}

/** The application in the order in which people have the papers at hand. */
export function applicationSteps(): ApplicationStep[] {
  return [
    {
      id: "shop",
      title: t("Your shop"),
      why: t("What customers see. You can change it later."),
      fields: [
        { name: "shop_name", label: t("Shop name") },
        { name: "description", label: t("What you sell, in two sentences"), kind: "long" },
      ],
    },
    {
      id: "business",
      title: t("Business and tax"),
      why: t("The law asks every marketplace to know who sells. We compare PAN, GSTIN and state with each other."),
      fields: [
        { name: "legal_name", label: t("Legal name"), hint: t("Exactly as on the PAN card.") },
        { name: "pan", label: t("PAN"), hint: t("Ten characters, such as AAPFU0939F."), kind: "code" },
        { name: "gst_status", label: t("GST registration"), kind: "gst" },
        { name: "gstin", label: t("GSTIN"), hint: t("Fifteen characters; the middle ten are your PAN."), kind: "code" },
      ],
    },
    {
      id: "address",
      title: t("Pick-up address"),
      why: t("Parcels are collected here, and it decides which GST applies."),
      fields: [
        { name: "address", label: t("House, street, area") },
        { name: "city", label: t("City") },
        { name: "pin", label: t("PIN code"), kind: "digits" },
        { name: "state", label: t("State"), kind: "state" },
      ],
    },
    {
      id: "bank",
      title: t("Bank account for payouts"),
      why: t("We send one rupee to see that the account is yours. It must be in the legal name."),
      fields: [
        { name: "account_holder", label: t("Name of the account holder") },
        { name: "bank_account", label: t("Account number"), kind: "digits" },
        { name: "ifsc", label: t("IFSC"), hint: t("Eleven characters, printed on your cheque book."), kind: "code" },
      ],
    },
  ];
}

export function savedValue(application: Application | null, name: FieldName): string {
  if (!application) return "";
  return name === "bank_account" ? application.bank_account_masked : application[name];
}

/** Whether the server misses nothing of this step; which fields may stay empty is its rule, not the screen's. */
export function isFilled(application: Application | null, step: ApplicationStep): boolean {
  if (!application) return false;
  const missing = new Set(application.missing.map(({ field }) => field));
  return !step.fields.some(({ name }) => missing.has(name));
}
