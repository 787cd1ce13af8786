import { Amount, type Money } from "@kit/format/money";
import { ArrowRight } from "lucide-react";

export interface Posting {
  source: string;
  destination: string;
  amount: Money;
}

/** Double entry as it is written: money goes from one account to another, never out of nowhere. */
export function Postings({ postings }: { postings: Posting[] }) {
  return (
    <ul className="flex flex-col gap-1 text-xs">
      {postings.map(({ source, destination, amount }) => (
        <li key={`${source}${destination}${amount.minor}`} className="flex flex-wrap items-center gap-x-1.5">
          <code className="wrap-anywhere">{source}</code>
          <ArrowRight aria-label="→" size={12} className="text-faint" />
          <code className="wrap-anywhere flex-1">{destination}</code>
          <Amount value={amount} />
        </li>
      ))}
    </ul>
  );
}
