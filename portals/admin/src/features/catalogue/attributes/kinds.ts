import { t } from "@/i18n/t";

export const kinds = (): Record<string, string> => ({
  choice: t("One choice"),
  choices: t("Several choices"),
  colour: t("Colour"),
  number: t("Number with unit"),
  boolean: t("Yes or no"),
  text: t("Short text"),
  rich_text: t("Long text"),
  date: t("Date"),
});
