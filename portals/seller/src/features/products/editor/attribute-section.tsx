import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { Section } from "@kit/ui/section";
import { clsx } from "clsx";
import { useRef } from "react";
import type { Attribute } from "@/api/types";
import { t } from "@/i18n/t";
import { AttributeField } from "./attribute-field";
import type { Axis } from "./matrix";
import type { Refusal } from "./refusal";
import { attributePlace } from "./tips";
import { factsOf, misfits, told, type Values } from "./values";

interface AttributeSectionProps {
  attributes: Attribute[] | undefined;
  values: Values;
  axes: Axis[];
  refusal: Refusal;
  lacks: Record<string, string>;
  onChange: (values: Values) => void;
}

/** What goods of the category say. Facts in which the variants differ are said there. */
export function AttributeSection({ attributes, values, axes, refusal, lacks, onChange }: AttributeSectionProps) {
  const names = useRef(new Map<string, string>());
  for (const { code, name } of attributes ?? []) names.current.set(code, name);
  if (!attributes) return null;
  const shown = factsOf(attributes, axes);
  const strange = misfits(attributes, values);
  if (shown.length === 0 && strange.length === 0) return null;
  const without = Object.fromEntries(strange.map((code) => [code, null]));
  return (
    <Section title={t("Facts of this category")}>
      <div id="field-attributes" className="grid gap-4 sm:grid-cols-2">
        {shown.map((attribute) => (
          <div
            key={attribute.code}
            id={`field-${attributePlace(attribute.name)}`}
            className={clsx(["choices", "colour", "rich_text"].includes(attribute.kind) && "sm:col-span-2")}
          >
            <AttributeField
              attribute={attribute}
              value={values[attribute.code]}
              onChange={(value) => onChange({ [attribute.code]: value })}
              error={refusal[`attributes.${attribute.code}`]}
              lack={lacks[attributePlace(attribute.name)]}
            />
          </div>
        ))}
        {strange.length > 0 && (
          <div className="sm:col-span-2">
            <Notice
              tone="warn"
              title={t("The category does not ask for these:")}
              action={
                <Button size="sm" onPress={() => onChange(without)}>
                  {t("Remove them")}
                </Button>
              }
            >
              {strange.map((code) => `${names.current.get(code) ?? code}: ${told(values[code])}`).join(" · ")}
            </Notice>
          </div>
        )}
      </div>
    </Section>
  );
}
