import { t } from "@kit/i18n/t";
import { clsx } from "clsx";

/** A page being fetched, in the shape it will have: heading, then cards. */
export function PageSkeleton({ cards = 2 }: { cards?: number }) {
  return (
    <div role="status" aria-label={t("Loading")} className="pt-8">
      <div className="skeleton mb-2 h-6 w-48" />
      <div className="skeleton mb-6 h-4 w-72 max-w-full" />
      <Cards count={cards} />
    </div>
  );
}

/** What comes below a heading that stands there already. */
export function CardsSkeleton({ cards }: { cards: number }) {
  return (
    <div role="status" aria-label={t("Loading")}>
      <Cards count={cards} />
    </div>
  );
}

function Cards({ count }: { count: number }) {
  return (
    <div className="flex flex-col gap-4">
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards are alike and never move
        <div key={index} className="card flex flex-col gap-3 p-4">
          <Line width="w-1/3" />
          <Line width="w-2/3" />
          <Line width="w-1/2" />
        </div>
      ))}
    </div>
  );
}

/** What a card that touches its edges waits for: its heading stands there already. */
export function ListSkeleton() {
  return (
    <div role="status" aria-label={t("Loading")} className="flex flex-col gap-3 p-4">
      <Line width="w-1/3" />
      <Line width="w-2/3" />
      <Line width="w-1/2" />
    </div>
  );
}

export function Line({ width }: { width: string }) {
  return <div className={clsx("skeleton h-3.5", width)} />;
}
