import { Amount } from "@kit/format/money";
import { EmptyState } from "@kit/ui/empty-state";
import { feeText, feeTitle } from "@kit/ui/fee-words";
import { Section } from "@kit/ui/section";
import { Stat } from "@kit/ui/stat";
import { Percent } from "lucide-react";
import type { WhatIf } from "@/api/types";
import { t } from "@/i18n/t";
import { ChangeTable } from "./change-table";

export function WhatIfResult({ found: { total, sellers, categories, lines } }: { found: WhatIf }) {
  if (total.lines === 0) {
    return (
      <EmptyState icon={Percent} title={t("No sales in this month")}>
        {t("Choose a month in which something was sold.")}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label={t("Charged")} value={<Amount value={total.before} />} />
        <Stat label={t("Would be charged")} value={<Amount value={total.after} />} />
        <Stat label={t("Difference")} value={<Amount value={total.difference} signed />} />
        <Stat label={t("Lines")} value={total.lines} />
      </div>
      <ChangeTable title={t("By seller")} first={t("Seller")} rows={sellers} />
      <ChangeTable
        title={t("By category")}
        first={t("Category")}
        rows={categories.map((row) => ({ ...row, name: feeTitle(row.name) }))}
      />
      {lines.length > 0 && (
        <Section title={t("Lines that differ most")} flush>
          <ul className="divide-y divide-line">
            {lines.map(({ number, title, seller, before, after, difference, explanation }) => (
              <li
                key={`${number}${title}`}
                className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-3 text-sm"
              >
                <span className="min-w-0 flex-1 basis-56">
                  <span className="wrap-anywhere block font-medium">{feeTitle(title)}</span>
                  <span className="block text-muted text-xs">
                    {number} · {seller}
                  </span>
                  <span className="block text-faint text-xs">{feeText(explanation)}</span>
                </span>
                <span className="text-right">
                  <Amount value={difference} strong signed />
                  <span className="block text-muted text-xs">
                    {before.text} → {after.text}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
