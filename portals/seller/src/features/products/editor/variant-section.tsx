import { Button } from "@kit/ui/button";
import { Section } from "@kit/ui/section";
import type { Attribute, Product } from "@/api/types";
import { t } from "@/i18n/t";
import { AxisList } from "./axis-list";
import { Lack } from "./field";
import type { Matrix } from "./matrix";
import type { Refusal } from "./refusal";
import { factsOf, type Values } from "./values";
import { VariantTable } from "./variant-table";

interface VariantSectionProps {
  product: Product;
  title: string;
  attributes: Attribute[];
  values: Values;
  matrix: Matrix;
  refusal: Refusal;
  lack?: string;
  onChange: (edit: (matrix: Matrix) => Matrix) => void;
}

export function VariantSection(props: VariantSectionProps) {
  const { product, title, attributes, values, matrix, refusal, lack, onChange } = props;
  const fillHsn = (hsn: string) =>
    onChange((now) => ({ ...now, rows: now.rows.map((row) => (row.hsn ? row : { ...row, hsn })) }));
  const suggested = matrix.rows.some(({ hsn }) => !hsn) ? product.hsn_suggestions : [];
  return (
    <Section title={t("Variants and your offers")} flush>
      <div id="field-variants" className="flex flex-col gap-3 p-4 pb-2">
        <AxisList matrix={matrix} title={title} attributes={attributes} onChange={onChange} />
        {lack && (
          <p className="text-xs">
            <Lack>{lack}</Lack>
          </p>
        )}
        {suggested.length > 0 && (
          <div className="flex flex-wrap items-center gap-2 text-muted text-xs">
            {t("Usual HSN code in this category:")}
            {suggested.map((hsn) => (
              <Button key={hsn} size="sm" onPress={() => fillHsn(hsn)}>
                {hsn}
              </Button>
            ))}
          </div>
        )}
        {matrix.rows.length > 1 && (
          <p className="text-muted text-xs">
            {t("Cells can be pasted from a spreadsheet. Ctrl and D copies a cell to the rows below it.")}
          </p>
        )}
      </div>
      <VariantTable
        facts={factsOf(attributes, matrix.axes)}
        values={values}
        matrix={matrix}
        refusal={refusal}
        onChange={onChange}
      />
    </Section>
  );
}
