import { Notice } from "@kit/ui/notice";
import type { Dispute } from "@/api/types";
import { t } from "@/i18n/t";

/** The one sentence that says what is to be done now. */
export function DisputeNotice({ dispute: { state, wanted, failure, bearer, note, actions } }: { dispute: Dispute }) {
  if (wanted)
    return (
      <Notice title={wanted === "accept" ? t("The bank is being told") : t("The evidence is on its way")}>
        {t("This page shows by itself when the provider has taken it.")}
      </Notice>
    );
  if (failure)
    return (
      <Notice tone="bad" title={t("The provider did not take it")} alert>
        {failure}
      </Notice>
    );
  if (bearer)
    return (
      <Notice title={bearer === "seller" ? t("The sellers concerned bear it") : t("The brand bears it")}>{note}</Notice>
    );
  if (actions.includes("bear"))
    return (
      <Notice tone="warn" title={t("Lost. Say who bears it")}>
        {t("Until then the sellers' money stays held.")}
      </Notice>
    );
  if (state === "evidence_due")
    return (
      <Notice tone="warn" title={t("Gather proof and send it in time")}>
        {t(
          "Write what happened, add at least one paper, then send it. Nothing can be refunded beside an open dispute.",
        )}
      </Notice>
    );
  if (state === "open")
    return (
      <Notice tone="warn" title={t("No order asked for this payment")}>
        {t("Nobody's money waits. Accept it, or tell the bank what the payment was for.")}
      </Notice>
    );
  return null;
}
