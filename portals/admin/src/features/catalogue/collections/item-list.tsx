import { useList } from "@kit/table/use-list";
import { Button } from "@kit/ui/button";
import { inputClass } from "@kit/ui/label";
import { Section } from "@kit/ui/section";
import { Thumb } from "@kit/ui/thumb";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useState } from "react";
import type { ProductRow } from "@/api/types";
import { t, tn } from "@/i18n/t";
import type { Item } from "./types";

/** Products of a collection made by hand, in the brand's order. */
export function ItemList({ items, onChange }: { items: Item[]; onChange: (items: Item[]) => void }) {
  const [q, setQ] = useState("");
  const found = useList<ProductRow>("admin/products", { q, status: "published", limit: 8 }, { enabled: q.length > 1 });
  const known = new Set(items.map(({ id }) => id));
  const rows = q.length > 1 ? (found.data?.rows ?? []).filter(({ id }) => !known.has(id)) : [];
  const move = (place: number, by: number) => {
    const next = [...items];
    const [one] = next.splice(place, 1);
    if (one) next.splice(place + by, 0, one);
    onChange(next);
  };
  return (
    <Section title={t("Products in order")} aside={tn("{count} product", "{count} products", items.length)}>
      <input
        type="search"
        aria-label={t("Find a product to add")}
        placeholder={t("Find a product to add")}
        value={q}
        onChange={({ target }) => setQ(target.value)}
        className={inputClass}
      />
      <ul className="my-2 flex flex-col">
        {rows.map((row) => (
          <li key={row.id} className="flex items-center gap-3 py-1">
            <Thumb src={row.image_url} />
            <span className="min-w-0 flex-1 truncate text-sm">{row.title}</span>
            <Button size="sm" onPress={() => onChange([...items, row])}>
              {t("Add")}
            </Button>
          </li>
        ))}
      </ul>
      <ol className="divide-y divide-line border-line border-t">
        {items.map((item, place) => (
          <li key={item.id} className="flex items-center gap-2 py-1.5">
            <span className="tnum w-6 text-end text-faint text-xs">{place + 1}</span>
            <Thumb src={item.image_url} />
            <span className="wrap-anywhere min-w-0 flex-1 text-sm">{item.title}</span>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Up: {name}", { name: item.title })}
              isDisabled={place === 0}
              onPress={() => move(place, -1)}
            >
              <ArrowUp aria-hidden size={15} />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Down: {name}", { name: item.title })}
              isDisabled={place === items.length - 1}
              onPress={() => move(place, 1)}
            >
              <ArrowDown aria-hidden size={15} />
            </Button>
            <Button
              look="quiet"
              size="icon"
              aria-label={t("Remove {name}", { name: item.title })}
              onPress={() => onChange(items.filter(({ id }) => id !== item.id))}
            >
              <X aria-hidden size={15} />
            </Button>
          </li>
        ))}
      </ol>
      {items.length === 0 && <p className="pt-2 text-muted text-sm">{t("Nothing in it yet.")}</p>}
    </Section>
  );
}
