import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { inputClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { useDeferredValue, useState } from "react";
import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";

interface PartFinderProps {
  taken: string[];
  onChoose: (part: { sku: string; title: string; options: string }) => void;
}

const WORDS_MIN = 2;

/** Finds own offers by name or SKU. Bundles are not offered: there is none inside another. */
export function PartFinder({ taken, onChoose }: PartFinderProps) {
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const enabled = q.length >= WORDS_MIN;
  const { data, isPending } = useList<OfferRow>("seller/stock", { q, limit: 20 }, { enabled });
  const found = (data?.rows ?? []).filter(({ sku, kind }) => kind !== "bundle" && !taken.includes(sku)).slice(0, 6);
  const choose = ({ sku, product, options }: OfferRow) => {
    onChoose({ sku, title: product.title, options });
    setWords("");
  };
  return (
    <div className="border-line border-t p-3">
      <input
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        aria-label={t("Add a part by name or SKU")}
        placeholder={t("Add a part by name or SKU")}
        className={clsx(inputClass, "h-11 sm:h-9")}
      />
      {enabled && (
        <ul className="mt-2 flex flex-col gap-1" aria-live="polite">
          {found.map((offer) => (
            <li
              key={offer.id}
              className="flex items-center justify-between gap-3 rounded-md px-2 py-1 text-sm hover:bg-hover"
            >
              <span className="min-w-0">
                <span className="block truncate">
                  {[offer.product.title, offer.options].filter(Boolean).join(" · ")}
                </span>
                <span className="tnum text-muted text-xs">
                  {offer.sku} · {t("{count} to sell", { count: offer.available })}
                </span>
              </span>
              <Button size="sm" onPress={() => choose(offer)}>
                {t("Add")}
              </Button>
            </li>
          ))}
          {!isPending && found.length === 0 && (
            <li className="px-2 py-1 text-muted text-sm">{t("None of your offers is called so.")}</li>
          )}
        </ul>
      )}
    </div>
  );
}
