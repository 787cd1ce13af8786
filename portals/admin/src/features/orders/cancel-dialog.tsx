import { ReasonDialog } from "@kit/form/reason-dialog";
import { http } from "@kit/http/client";
import { t } from "@/i18n/t";

interface CancelDialogProps {
  order: string;
  /** One seller's part; without it the whole order is called off. */
  part?: string;
  consequence: string;
  onClose: () => void;
}

/** Cancelling gives the customer's money back, so the number is typed, not clicked. */
export function CancelDialog({ order, part, consequence, onClose }: CancelDialogProps) {
  const number = part ?? order;
  return (
    <ReasonDialog
      title={t("Cancel {number}", { number })}
      consequence={consequence}
      reasonHint={t("The customer and the sellers read this.")}
      label={t("Cancel {number}", { number })}
      danger
      back={t("Go back")}
      typed={number}
      send={(reason, key) =>
        http.post(`admin/orders/${order}/cancellation`, part ? { reason, seller_order: part } : { reason }, key)
      }
      doneText={t("Cancelled. The refund is on its way.")}
      onClose={onClose}
    />
  );
}
