import { Bar } from "@kit/ui/bar";
import { Section } from "@kit/ui/section";
import { CircleCheck } from "lucide-react";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { Lack } from "./field";
import { lackText, placeOf, tipText } from "./tips";

/** What still stops it, then what would make it better; each leads to its field. */
export function QualityCard({ product }: { product: Product }) {
  const { lacking, quality } = product;
  return (
    <Section title={t("Before you send it")}>
      <div className="flex flex-col gap-4">
        {lacking.length > 0 ? (
          <ul className="flex flex-col gap-1.5 text-sm">
            {lacking.map((one) => (
              <li key={one.name}>
                <a
                  href={`#field-${encodeURIComponent(placeOf(one))}`}
                  onClick={() => focus(placeOf(one))}
                  className="hover:underline"
                >
                  <Lack>{lackText(one)}</Lack>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p className="inline-flex items-center gap-1.5 text-good text-sm">
            <CircleCheck aria-hidden size={15} />
            {t("Nothing is missing.")}
          </p>
        )}
        <div>
          <p className="flex items-baseline justify-between text-sm">
            <span className="font-medium">{t("Quality")}</span>
            <span className="tnum text-muted">{t("{score} of 100", { score: quality.score })}</span>
          </p>
          <Bar label={t("Quality")} value={quality.score} most={100} />
        </div>
        {quality.tips.length > 0 && (
          <ul className="flex flex-col gap-2 text-sm">
            {quality.tips.map((tip) => (
              <li key={tip.code} className="flex gap-2">
                <span className="tnum shrink-0 text-good text-xs leading-5">+{tip.points}</span>
                <a
                  href={`#field-${tip.field}`}
                  onClick={() => focus(tip.field)}
                  className="text-muted hover:text-ink hover:underline"
                >
                  {tipText(tip)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

/** To the box itself, where there is one, so that one can write at once. */
function focus(field: string) {
  const place = document.getElementById(`field-${field}`);
  const box = place?.matches("input, textarea, button")
    ? place
    : place?.querySelector<HTMLElement>("input, textarea, button");
  requestAnimationFrame(() => box?.focus());
}
