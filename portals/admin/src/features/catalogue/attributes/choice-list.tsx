import { Button } from "@kit/ui/button";
import { inputClass, labelClass } from "@kit/ui/label";
import { clsx } from "clsx";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useId } from "react";
import { t } from "@/i18n/t";
import type { Choice } from "./types";

interface ChoiceListProps {
  choices: Choice[];
  withSwatch: boolean;
  error?: string;
  onChange: (choices: Choice[]) => void;
}

/** The values that may be chosen, in the order in which shoppers see them. */
export function ChoiceList({ choices, withSwatch, error, onChange }: ChoiceListProps) {
  const id = useId();
  const put = (place: number, change: Partial<Choice>) =>
    onChange(choices.map((one, at) => (at === place ? { ...one, ...change } : one)));
  const move = (place: number, by: number) => {
    const next = [...choices];
    const [one] = next.splice(place, 1);
    if (one) next.splice(place + by, 0, one);
    onChange(next);
  };
  return (
    <fieldset aria-describedby={error ? id : undefined} className="flex flex-col gap-2">
      <legend className={labelClass}>{t("Choices")}</legend>
      {choices.map((choice, place) => (
        <div key={choice.id ?? `new ${place}`} className="flex items-center gap-1.5">
          {withSwatch && (
            <input
              type="color"
              aria-label={t("Colour of {name}", { name: choice.label || place + 1 })}
              value={choice.swatch || "#cccccc"}
              onChange={({ target }) => put(place, { swatch: target.value })}
              className="h-9 w-10 shrink-0 cursor-pointer rounded border border-line-strong bg-surface p-0.5"
            />
          )}
          <input
            aria-label={t("Choice {place}", { place: place + 1 })}
            value={choice.label}
            maxLength={40}
            onChange={({ target }) => put(place, { label: target.value })}
            className={clsx(inputClass, "h-9")}
          />
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Up")}
            isDisabled={place === 0}
            onPress={() => move(place, -1)}
          >
            <ArrowUp aria-hidden size={15} />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Down")}
            isDisabled={place === choices.length - 1}
            onPress={() => move(place, 1)}
          >
            <ArrowDown aria-hidden size={15} />
          </Button>
          <Button
            look="quiet"
            size="icon"
            aria-label={t("Remove {name}", { name: choice.label })}
            onPress={() => onChange(choices.filter((_, at) => at !== place))}
          >
            <X aria-hidden size={15} />
          </Button>
        </div>
      ))}
      <Button size="sm" className="self-start" onPress={() => onChange([...choices, { label: "", swatch: "" }])}>
        <Plus aria-hidden size={15} />
        {t("Add a choice")}
      </Button>
      {error && (
        <p id={id} role="alert" className="text-bad text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
