import { useList } from "@kit/table/use-list";
import { Disclosure } from "@kit/ui/disclosure";
import { feeTitle } from "@kit/ui/fee-words";
import { Sum } from "@kit/ui/sum";
import type { CommissionLine } from "@/api/types";
import { t } from "@/i18n/t";
import { figuresSum } from "./figures-sum";

/** Each line's commission with the rule that was in force on that day. */
export function PartCommission({ number }: { number: string }) {
  const { data } = useList<CommissionLine>("admin/commission/lines", { number, limit: 100 });
  if (!data || data.rows.length === 0) return null;
  return (
    <Disclosure label={t("Commission, line by line")}>
      {data.rows.map((line) => (
        <div key={line.id} className="py-2">
          <p className="wrap-anywhere font-medium">{feeTitle(line.title)}</p>
          <Sum rows={figuresSum(line)} />
        </div>
      ))}
    </Disclosure>
  );
}
