import { type Chosen, QuantitiesDialog } from "@kit/form/quantities-dialog";
import { http } from "@kit/http/client";
import type { Outcome, Part } from "@/api/types";
import { t } from "@/i18n/t";

/** Some of a part, before it is sent: the rest still is. */
export function CancelLines({ part, order, onClose }: { part: Part; order: string; onClose: () => void }) {
  const path = `admin/orders/${order}/cancellation`;
  const rows = part.lines.map(({ id, title, options, quantity, cancelled }) => ({
    id,
    title: [title, ...options.map(({ value }) => value)].join(" · "),
    most: quantity - cancelled,
    label: t("pieces to cancel"),
  }));
  const body = (chosen: Chosen[]) => ({
    seller_order: part.number,
    lines: chosen.map(({ id, quantity }) => ({ line_id: id, quantity })),
  });
  return (
    <QuantitiesDialog
      title={t("Cancel some of {number}", { number: part.number })}
      rows={rows.filter(({ most }) => most > 0)}
      look={async (chosen) => outcomeText((await http.post<Outcome>(`${path}/preview`, body(chosen))).data)}
      reasonHint={t("The customer and the sellers read this.")}
      label={t("Cancel these")}
      send={(chosen, reason, key) => http.post(path, { ...body(chosen), reason }, key)}
      doneText={t("Cancelled. The customer and the seller are told.")}
      onClose={onClose}
    />
  );
}

function outcomeText({ total, is_refund, ends_part }: Outcome): string {
  const amount = total.text;
  const money = is_refund
    ? t("The customer gets {amount} back.", { amount })
    : t("The customer pays {amount} less on delivery.", { amount });
  return ends_part ? `${money} ${t("Nothing of this part is left: it ends.")}` : money;
}
