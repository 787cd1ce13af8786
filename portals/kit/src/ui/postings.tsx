import { Amount, type Money } from "@kit/format/money";
import { ArrowRight } from "lucide-react";

export interface Posting {
  source: string;
  destination: string;
  amount: Money;
}

interface Props {
  postings: Posting[];
  name: (code: string) => string;
}

/** Double entry as it is written: the source is credited, the destination debited, with one amount for both. */
export function Postings({ postings, name }: Props) {
  return (
    <ul className="flex flex-col gap-1 text-xs">
      {postings.map(({ source, destination, amount }) => (
        <li key={`${source}${destination}${amount.minor}`} className="flex items-baseline justify-between gap-3">
          <span className="wrap-anywhere min-w-0">
            <span className="text-faint">Cr</span> <span title={source}>{name(source)}</span>
            <ArrowRight aria-label="→" size={12} className="mx-1.5 inline text-faint" />
            <span className="text-faint">Dr</span> <span title={destination}>{name(destination)}</span>
          </span>
          <Amount value={amount} />
        </li>
      ))}
    </ul>
  );
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{19}([0-9a-f]{8})/;

/** An account of one owner ends in an id of 36 characters; its end tells owners apart, the whole is in the title. */
export function Account({ code }: { code: string }) {
  return <code title={code}>{code.replace(ID, "…$1")}</code>;
}
