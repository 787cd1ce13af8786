import { t } from "@kit/i18n/t";
import { clsx } from "clsx";
import { Star } from "lucide-react";

/** So many of five stars. */
export function StarRow({ stars }: { stars: number }) {
  return (
    <span role="img" aria-label={t("{stars} of 5 stars", { stars })} className="inline-flex gap-0.5 text-warn">
      {[1, 2, 3, 4, 5].map((place) => (
        <Star key={place} aria-hidden size={14} className={clsx("fill-current", place > stars && "text-line-strong")} />
      ))}
    </span>
  );
}
