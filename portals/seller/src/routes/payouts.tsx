import { useResource } from "@kit/app/use-resource";
import { momentText } from "@kit/format/date";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Wallet } from "lucide-react";
import { useMemo } from "react";
import type { Balance, PayoutRow } from "@/api/types";
import { BalanceCard } from "@/features/payouts/balance-card";
import { payoutColumns } from "@/features/payouts/payout-columns";
import { t } from "@/i18n/t";

export function Payouts() {
  const list = useListState();
  const balance = useResource<Balance>("seller/balance");
  const query = useList<PayoutRow>("seller/payouts", list.query);
  const columns = useMemo(payoutColumns, []);
  return (
    <Loaded query={balance} cards={3}>
      {(now) => (
        <>
          <PageHeader
            title={t("Payouts")}
            lead={t("Every payout opens to the orders in it, and every order to what was kept back and why.")}
            actions={<LinkButton to="/statement">{t("Statement")}</LinkButton>}
          />
          <div className="flex flex-col gap-4">
            {now.frozen_until && (
              <Notice
                tone="warn"
                title={t("Payouts are on hold until {moment}", { moment: momentText(now.frozen_until) })}
              >
                {t("Because {reason}. What is due is paid after that. If it was not you, look at your sign-in.", {
                  reason: now.frozen_reason,
                })}
              </Notice>
            )}
            {now.held_reason && (
              <Notice tone="warn" title={t("The brand lets your payouts wait")}>
                {now.held_reason}
              </Notice>
            )}
            <BalanceCard balance={now} />
            <DataTable
              label={t("Payouts")}
              columns={columns}
              rowId={({ id }) => id}
              query={query}
              list={list}
              empty={
                <EmptyState icon={Wallet} title={t("No payout yet")}>
                  {t(
                    "After delivery the money waits until the customer can no longer return the goods. Then it is paid.",
                  )}
                </EmptyState>
              }
            />
          </div>
        </>
      )}
    </Loaded>
  );
}
