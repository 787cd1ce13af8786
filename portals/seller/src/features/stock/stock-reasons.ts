import { t } from "@/i18n/t";

/** Why a count is changed by hand; each is kept with who did it. */
export const stockReasons = () => [
  { value: "received", label: t("Goods received") },
  { value: "corrected", label: t("Counted again, damaged or lost") },
];

export function movementText(reason: string): string {
  const words: Record<string, string> = {
    received: t("Goods received"),
    corrected: t("Corrected"),
    sold: t("Sold"),
    returned: t("Came back"),
    imported: t("Imported"),
    cancelled: t("Called off"),
    moved: t("Moved"),
  };
  return words[reason] ?? reason;
}

export const movementReasons = () =>
  ["sold", "received", "corrected", "cancelled", "returned", "moved", "imported"].map((value) => ({
    value,
    label: movementText(value),
  }));
