import type { Attribute } from "@/api/types";
import { t } from "@/i18n/t";
import { Choices } from "./choices";
import { TagList } from "./tag-list";
import { isUnread, numberOf, told } from "./values";

interface AxisValuesProps {
  name: string;
  values: string[];
  attribute?: Attribute;
  onAdd: (values: string[]) => void;
  onRemove: (value: string) => void;
}

/** The values of an option: free words, or what the brand's attribute allows. */
export function AxisValues({ name, values, attribute, onAdd, onRemove }: AxisValuesProps) {
  const label = t("Values of {name}", { name });
  if (attribute && attribute.choices.length > 0) {
    const toggle = (value: string) => (values.includes(value) ? onRemove(value) : onAdd([value]));
    return <Choices label={label} hideLabel choices={attribute.choices} chosen={values} onToggle={toggle} />;
  }
  const add = (typed: string[]) => onAdd(attribute ? typed.flatMap((one) => measured(one, attribute.unit)) : typed);
  return (
    <TagList
      label={label}
      hideLabel
      values={values}
      onAdd={add}
      onRemove={onRemove}
      max={50}
      maxLength={60}
      placeholder={
        attribute ? t("Add a number in {unit}, then Enter", { unit: attribute.unit }) : t("Add a value, then Enter")
      }
    />
  );
}

/** “250” is “250 ml”, as the brand writes it; what is no number is left out. */
function measured(typed: string, unit: string): string[] {
  const value = numberOf(typed, unit);
  return value === null || isUnread(value) ? [] : [`${told(value)} ${unit}`.trim()];
}
