import { useCan } from "@kit/auth/use-can";
import { LinkButton } from "@kit/ui/link-button";
import { t } from "@/i18n/t";

export function BankRefundsLink() {
  return useCan("refunds.pay") ? <LinkButton to="/refunds">{t("Refunds by bank")}</LinkButton> : null;
}
