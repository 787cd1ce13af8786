import { t } from "@/i18n/t";

export const paymentText = (method: string) => (method === "cod" ? t("Cash on delivery") : t("Paid online"));
