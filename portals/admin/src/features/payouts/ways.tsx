import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { Amount } from "@kit/format/money";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";
import { StateBadge } from "./state-badge";
import type { Way } from "./types";
import { railText } from "./words";

/** The ways in which a payout's money goes, each with its own end. */
export function Ways({ ways }: { ways: Way[] }) {
  const [back, setBack] = useState<Way>();
  const may = useCan("payouts.run");
  return (
    <ul className="divide-y divide-line">
      {ways.map((way) => (
        <li key={way.id} className="px-4 py-3 text-sm">
          <div className="flex items-start justify-between gap-3">
            <span className="min-w-0">
              <span className="block">{railText(way.rail)}</span>
              <span className="wrap-anywhere block text-faint text-xs">
                {[way.reference, way.provider_id, way.account_last4 && `••••${way.account_last4}`]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="text-right">
              <Amount value={way.amount} />
              <span className="block">
                <StateBadge state={way.status} />
              </span>
            </span>
          </div>
          {way.failure && <p className="mt-1 text-bad text-xs">{way.failure}</p>}
          {may && way.status === "paid" && (
            <Button look="quiet" size="sm" onPress={() => setBack(way)}>
              {t("It came back")}
            </Button>
          )}
        </li>
      ))}
      {back && (
        <ReasonDialog
          title={t("The money came back")}
          consequence={t("{amount} is in the seller's balance again, and the next payout pays it.", {
            amount: back.amount.text,
          })}
          label={t("Book it back")}
          send={(reason) => http.post(`admin/payout-money/${back.id}/return`, { reason })}
          doneText={t("It is in the balance again")}
          onClose={() => setBack(undefined)}
        />
      )}
    </ul>
  );
}
