import { useCan } from "@kit/auth/use-can";
import { ReasonDialog } from "@kit/form/reason-dialog";
import { momentText } from "@kit/format/date";
import { http } from "@kit/http/client";
import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { useState } from "react";
import { t } from "@/i18n/t";
import type { HoldRow } from "./types";
import { useSellers } from "./use-sellers";

/** Who waits because somebody of the brand said so. */
export function Holds() {
  const query = useList<HoldRow>("admin/payout-holds", { limit: 100 });
  const sellers = useSellers();
  const [held, setHeld] = useState("");
  const [freed, setFreed] = useState<HoldRow>();
  const may = useCan("payouts.run");
  return (
    <Section
      title={t("On hold")}
      aside={
        may && (
          <div className="w-52">
            <Select
              label={t("Hold a seller's payouts")}
              hideLabel
              value=""
              placeholder={t("Hold a seller's payouts")}
              onChange={setHeld}
              {...sellers}
            />
          </div>
        )
      }
      flush
    >
      <Loaded query={query} flush>
        {({ rows }) => (
          <ul className="divide-y divide-line">
            {rows.length === 0 && <li className="px-4 py-3 text-muted text-sm">{t("Nobody is on hold.")}</li>}
            {rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-start justify-between gap-3 px-4 py-3 text-sm">
                <span className="min-w-0">
                  <span className="block font-medium">{[row.seller, row.payout].filter(Boolean).join(" · ")}</span>
                  <span className="wrap-anywhere block text-muted text-xs">
                    {row.reason} · {momentText(row.at)}
                  </span>
                </span>
                {may && (
                  <Button size="sm" onPress={() => setFreed(row)}>
                    {t("Let go")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {held && (
        <ReasonDialog
          title={t("Hold a seller's payouts")}
          consequence={t("No payout starts until somebody lets go. The seller is shown the reason.")}
          label={t("Hold")}
          send={(reason) => http.post("admin/payout-holds", { seller_id: held, reason })}
          doneText={t("The payouts are on hold")}
          onClose={() => setHeld("")}
        />
      )}
      {freed && (
        <ReasonDialog
          title={t("Let go")}
          consequence={freed.reason}
          label={t("Let go")}
          send={(reason) => http.post(`admin/payout-holds/${freed.id}/release`, { reason })}
          doneText={t("Payouts start again with the next run")}
          onClose={() => setFreed(undefined)}
        />
      )}
    </Section>
  );
}
