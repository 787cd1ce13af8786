import { t } from "@/i18n/t";

export function accountKind(kind: string): string {
  const kinds: Record<string, string> = {
    asset: t("What we have"),
    liability: t("What we owe"),
    income: t("Income"),
    expense: t("Expense"),
  };
  return kinds[kind] ?? kind;
}
