import { t } from "@kit/i18n/t";
import type { CheckState } from "./check-list";

export function checkText(state: CheckState): string {
  const words: Record<CheckState, string> = {
    pending: t("Waiting"),
    passed: t("In order"),
    failed: t("To be mended"),
    waived: t("Not needed"),
  };
  return words[state];
}
