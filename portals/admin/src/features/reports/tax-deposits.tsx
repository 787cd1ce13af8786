import { useResource } from "@kit/app/use-resource";
import { Amount } from "@kit/format/money";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Landmark } from "lucide-react";
import type { ReactNode } from "react";
import type { TaxDeposits as Answer, TaxOwed } from "@/api/types";
import { t } from "@/i18n/t";
import { DepositRow } from "./deposit-row";
import { RecordDeposit } from "./record-deposit";

/** What a month owes of each tax, and what of it was paid to the state. */
export function TaxDeposits({ month }: { month: string }) {
  const query = useResource<Answer>("admin/tax-deposits", { month });
  return (
    <Section title={t("Owed for the month, and deposited")} flush>
      <Loaded query={query} below>
        {({ taxes, deposits, input_credit }) => (
          <>
            <ul className="divide-y divide-line">
              {taxes.map((one) => (
                <OwedRow key={one.tax} owed={one}>
                  <RecordDeposit owed={one} month={month} credit={input_credit} />
                </OwedRow>
              ))}
            </ul>
            {deposits.length === 0 ? (
              <EmptyState icon={Landmark} title={t("Nothing was deposited for this month")}>
                {t("When the tax is paid, record it here with the number of its challan.")}
              </EmptyState>
            ) : (
              <ul aria-label={t("Deposits")} className="divide-y divide-line border-line-strong border-t">
                {deposits.map((one) => (
                  <DepositRow key={one.id} deposit={one} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function OwedRow({ owed: { title, owed, deposited, left }, children }: { owed: TaxOwed; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <span className="min-w-0">
        <span className="block font-medium">{title}</span>
        <span className="block text-faint text-xs">
          {t("{owed} owed · {deposited} deposited", { owed: owed.text, deposited: deposited.text })}
        </span>
      </span>
      <span className="flex items-center gap-3">
        <Amount value={left} strong />
        {children}
      </span>
    </li>
  );
}
