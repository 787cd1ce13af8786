import type { PayoutLine } from "@/api/types";
import { PayoutLineItem } from "./payout-line";

export function PayoutLines({ payoutId, lines }: { payoutId: string; lines: PayoutLine[] }) {
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <PayoutLineItem key={line.id} payoutId={payoutId} line={line} />
      ))}
    </ul>
  );
}
