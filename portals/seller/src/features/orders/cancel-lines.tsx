import { QuantitiesDialog } from "@kit/form/quantities-dialog";
import type { Order, Outcome } from "@/api/types";
import { t } from "@/i18n/t";
import { cancelLines, lookAtCancel } from "./order-acts";

/** Some of it cannot be sent: the rest still is. */
export function CancelLines({ order: { number, lines }, onClose }: { order: Order; onClose: () => void }) {
  const rows = lines.map(({ id, title, options, quantity, cancelled }) => ({
    id,
    title: [title, ...options.map(({ value }) => value)].join(" · "),
    most: quantity - cancelled,
    label: t("how many cannot be sent"),
  }));
  return (
    <QuantitiesDialog
      title={t("Cancel some of {number}", { number })}
      rows={rows.filter(({ most }) => most > 0)}
      look={async (chosen) => outcomeText(await lookAtCancel(number, chosen))}
      reasonHint={t("The customer reads this.")}
      label={t("Cancel these")}
      send={(chosen, reason, key) => cancelLines(number, chosen, reason, key)}
      doneText={t("Cancelled. The customer is told; send the rest.")}
      onClose={onClose}
    />
  );
}

function outcomeText({ total, is_refund, ends_part }: Outcome): string {
  const amount = total.text;
  const money = is_refund
    ? t("The customer gets {amount} back.", { amount })
    : t("The customer pays {amount} less on delivery.", { amount });
  return ends_part ? `${money} ${t("Nothing is left to send: the order ends.")}` : money;
}
