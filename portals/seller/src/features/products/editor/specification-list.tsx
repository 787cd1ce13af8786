import { Button } from "@kit/ui/button";
import { inputClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { Plus, X } from "lucide-react";
import { t } from "@/i18n/t";
import type { Pair } from "./matrix";

const MOST = 40;

export function SpecificationList({ rows, onChange }: { rows: Pair[]; onChange: (rows: Pair[]) => void }) {
  const put = (place: number, change: Partial<Pair>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...change } : row)));
  const box = clsx(inputClass, "h-11 min-w-0 sm:h-9");
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, place) => (
        <div key={place} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] gap-2">
          <input
            aria-label={t("Name of specification {number}", { number: place + 1 })}
            placeholder={t("Material")}
            maxLength={60}
            value={row.name}
            onChange={({ target }) => put(place, { name: target.value })}
            className={box}
          />
          <input
            aria-label={t("Value of specification {number}", { number: place + 1 })}
            placeholder={t("Borosilicate glass")}
            maxLength={200}
            value={row.value}
            onChange={({ target }) => put(place, { value: target.value })}
            className={box}
          />
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Remove specification {number}", { number: place + 1 })}
            onPress={() => onChange(rows.filter((_, at) => at !== place))}
          >
            <X aria-hidden size={15} />
          </Button>
        </div>
      ))}
      {rows.length < MOST && (
        <div>
          <Button size="sm" onPress={() => onChange([...rows, { name: "", value: "" }])}>
            <Plus aria-hidden size={15} />
            {t("Add a specification")}
          </Button>
        </div>
      )}
    </div>
  );
}
