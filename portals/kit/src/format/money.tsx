import { clsx } from "clsx";

/** Minor units of a currency with the text the server made of them; screens never compute with it. */
export interface Money {
  minor: number;
  currency: string;
  text: string;
}

interface AmountProps {
  value: Money | null | undefined;
  strong?: boolean;
  /** Shows money that leaves in another colour than money that comes. */
  signed?: boolean;
}

export function Amount({ value, strong, signed }: AmountProps) {
  if (!value) return <span className="text-faint">–</span>;
  return (
    <span
      className={clsx(
        "tnum whitespace-nowrap",
        strong && "font-semibold",
        signed && value.minor < 0 && "text-bad",
        signed && value.minor > 0 && "text-good",
      )}
    >
      {value.text}
    </span>
  );
}
