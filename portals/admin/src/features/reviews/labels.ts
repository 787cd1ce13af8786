import { t } from "@/i18n/t";
import type { Review } from "./types";

export const causes = (): Record<string, string> => ({
  not_about_product: t("Not about the product"),
  abusive: t("Insults somebody"),
  personal_data: t("Shows personal data"),
  advertising: t("Advertising"),
  untrue: t("Not true"),
  seller_only: t("About the seller alone"),
  other: t("Another reason"),
});

export const causeText = (code: string) => causes()[code] ?? code;

export const flagText = (code: string) =>
  ({ email: t("Has an e-mail address"), phone: t("Has a phone number"), link: t("Has a link") })[code] ?? code;

export const statusText = (status: Review["status"]) =>
  ({ pending: t("Waits"), published: t("Shown"), hidden: t("Hidden") })[status];

export const statusTone = (status: Review["status"]) =>
  ({ pending: "warn", published: "good", hidden: "bad" })[status] as "warn" | "good" | "bad";
