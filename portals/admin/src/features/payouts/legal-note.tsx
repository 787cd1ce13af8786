import { Notice } from "@kit/ui/notice";
import { t } from "@/i18n/t";

/** What the brand should know before it pays sellers from its own bank account. */
export function LegalNote() {
  return (
    <Notice tone="warn" title={t("Ask your lawyer before you pay sellers from your own bank account")}>
      {t(
        "Money that customers paid online should reach sellers through the payment provider: who collects it in an account of its own and pays it out may be a payment aggregator in the eyes of the Reserve Bank of India. Bank files are meant for cash on delivery and for what the brand itself adds.",
      )}
    </Notice>
  );
}
