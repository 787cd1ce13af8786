import { t } from "@/i18n/t";

/** Why a count is changed by hand; each is kept with who did it. */
export const stockReasons = () => [
  { value: "received", label: t("Goods received") },
  { value: "counted", label: t("Counted again") },
  { value: "damaged", label: t("Damaged") },
  { value: "lost", label: t("Lost") },
  { value: "returned", label: t("Came back") },
];
