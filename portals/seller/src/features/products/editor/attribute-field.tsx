import { Select } from "@kit/ui/select";
import type { Attribute } from "@/api/types";
import { t } from "@/i18n/t";
import { Choices } from "./choices";
import { Field, Lack } from "./field";
import { isUnread, numberOf, told, type Value } from "./values";

interface AttributeFieldProps {
  attribute: Attribute;
  value: Value | undefined;
  onChange: (value: Value) => void;
  error?: string;
  lack?: string;
  hint?: string;
}

/** A box of the kind that the fact is: text, number, choice, colour, yes or no, date. */
export function AttributeField({ attribute, value, onChange, error, lack, hint }: AttributeFieldProps) {
  const { code, kind, choices } = attribute;
  const label = labelOf(attribute);
  const chosen = Array.isArray(value) ? value : value ? [told(value)] : [];
  const note = lack ? <Lack>{lack}</Lack> : hint;
  const box = { name: `attributes.${code}`, label, value: told(value), error, lack, hint };
  if (kind === "choices") {
    const toggle = (one: string) =>
      onChange(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
    return <Choices label={label} choices={choices} chosen={chosen} onToggle={toggle} error={error} lack={note} />;
  }
  if (kind === "colour") {
    const toggle = (one: string) => onChange(chosen.includes(one) ? null : one);
    return <Choices label={label} choices={choices} chosen={chosen} onToggle={toggle} error={error} lack={note} />;
  }
  if (kind === "choice" || kind === "boolean") {
    const options = kind === "boolean" ? yesOrNo() : choices.map((one) => ({ value: one.label, label: one.label }));
    return (
      <Select
        label={label}
        options={[{ value: "", label: t("Not said") }, ...options]}
        value={told(value)}
        onChange={(key) => onChange(key === "" ? null : kind === "boolean" ? key === "true" : key)}
        placeholder={t("Not said")}
        error={error}
        hint={note}
      />
    );
  }
  if (kind === "number") {
    const fault = isUnread(value) ? t("Write a number, such as 250 or 0.5.") : error;
    return (
      <Field
        {...box}
        error={fault}
        inputMode="decimal"
        maxLength={24}
        onChange={(typed) => onChange(numberOf(typed, attribute.unit))}
      />
    );
  }
  if (kind === "date") return <Field {...box} type="date" onChange={(day) => onChange(day || null)} />;
  const isLong = kind === "rich_text";
  return (
    <Field
      {...box}
      rows={isLong ? 5 : undefined}
      maxLength={isLong ? 10_000 : 300}
      onChange={(text) => onChange(text)}
    />
  );
}

const yesOrNo = () => [
  { value: "true", label: t("Yes") },
  { value: "false", label: t("No") },
];

export function labelOf({ name, unit, is_required }: Attribute): string {
  const label = unit ? `${name}, ${unit}` : name;
  return is_required ? t("{name} (required)", { name: label }) : label;
}
