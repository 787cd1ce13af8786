import { Button } from "@kit/ui/button";
import { Dialog, DialogFooter } from "@kit/ui/dialog";
import { Notice } from "@kit/ui/notice";
import { useState } from "react";
import type { Attribute } from "@/api/types";
import { t, tn } from "@/i18n/t";
import { AttributeField } from "./attribute-field";
import { Lack } from "./field";
import { labelOf, type Row } from "./matrix";
import type { Refusal } from "./refusal";
import { countOwn, misfits, told, type Values } from "./values";

interface VariantFactsProps {
  row: Row;
  facts: Attribute[];
  /** What the product says for all its variants. */
  whole: Values;
  refusal: Refusal;
  onChange: (values: Values) => void;
}

/** What one variant says otherwise than the product, such as its own capacity. It saves itself like the rest. */
export function VariantFacts({ row, facts, whole, refusal, onChange }: VariantFactsProps) {
  const [open, setOpen] = useState(false);
  const name = labelOf(row) || row.sku;
  const own = countOwn(row.values);
  const strange = misfits(facts, row.values);
  const isRefused = facts.some(({ code }) => refusal[`${row.key}:attributes.${code}`]);
  return (
    <>
      <Button size="sm" aria-label={t("Own facts of {name}", { name })} onPress={() => setOpen(true)}>
        {own > 0 ? tn("{count} own fact", "{count} own facts", own) : t("As the product")}
      </Button>
      {isRefused && (
        <span className="mt-1 block text-xs">
          <Lack>{t("One of them cannot be kept as it is.")}</Lack>
        </span>
      )}
      {open && (
        <Dialog title={t("Own facts of {name}", { name })} onClose={() => setOpen(false)}>
          <div className="flex flex-col gap-4">
            <p className="text-muted text-sm">{t("What is left empty is as the product says it.")}</p>
            {facts.map((attribute) => (
              <AttributeField
                key={attribute.code}
                attribute={{ ...attribute, is_required: false }}
                value={row.values[attribute.code]}
                onChange={(value) => onChange({ [attribute.code]: value })}
                error={refusal[`${row.key}:attributes.${attribute.code}`]}
                hint={ofWhole(whole, attribute)}
              />
            ))}
            {strange.length > 0 && (
              <Notice
                tone="warn"
                title={t("The category does not ask for these:")}
                action={
                  <Button size="sm" onPress={() => onChange(Object.fromEntries(strange.map((code) => [code, null])))}>
                    {t("Remove them")}
                  </Button>
                }
              >
                {strange.map((code) => `${code}: ${told(row.values[code])}`).join(" · ")}
              </Notice>
            )}
            <DialogFooter>
              <Button look="solid" onPress={() => setOpen(false)}>
                {t("Done")}
              </Button>
            </DialogFooter>
          </div>
        </Dialog>
      )}
    </>
  );
}

function ofWhole(whole: Values, { code, kind, unit }: Attribute): string | undefined {
  const value = whole[code];
  const text = kind === "boolean" && value !== null && value !== undefined ? (value ? t("Yes") : t("No")) : told(value);
  return text ? t("The product says: {value}", { value: unit ? `${text} ${unit}` : text }) : undefined;
}
