import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { dateText } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import { http } from "@kit/http/client";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { TaxDeposit } from "@/api/types";
import { t } from "@/i18n/t";
import { taxText } from "./words";

/** One deposit. What was written down wrongly is taken back by a counter-entry, and stays to be seen. */
export function DepositRow({ deposit }: { deposit: TaxDeposit }) {
  const [open, setOpen] = useState(false);
  const may = useCan("tax.deposit");
  const { id, tax, amount, credit, reference, paid_on, recorded_by, reversed_at, reversed_by, reverse_reason } =
    deposit;
  const said = [taxText(tax), dateText(paid_on), recorded_by];
  if (credit.minor) said.push(t("{amount} set off", { amount: credit.text }));
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <span className="min-w-0">
        <span className="wrap-anywhere block font-medium">
          {reference} {reversed_at && <Badge tone="bad">{t("Taken back")}</Badge>}
        </span>
        <span className="wrap-anywhere block text-faint text-xs">{said.filter(Boolean).join(" · ")}</span>
        {reversed_at && (
          <span className="wrap-anywhere block text-xs">
            {t("{name}: {reason}", { name: reversed_by ?? "–", reason: reverse_reason })}
          </span>
        )}
      </span>
      <span className="flex items-center gap-3">
        <Amount value={amount} />
        {may && !reversed_at && (
          <Button size="sm" onPress={() => setOpen(true)} aria-label={t("Take {number} back", { number: reference })}>
            {t("Take back")}
          </Button>
        )}
      </span>
      {open && (
        <ReasonDialog
          title={t("Take {number} back", { number: reference })}
          consequence={t("A counter-entry is booked and the month owes it again. The bank moves nothing by this.")}
          label={t("Take back")}
          danger
          send={(reason) => http.post(`admin/tax-deposits/${id}/reversal`, { reason })}
          doneText={t("The deposit is taken back")}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
