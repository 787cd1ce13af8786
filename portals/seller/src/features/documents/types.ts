import type { Money } from "@kit/format/money";

export interface DocumentRow {
  id: string;
  kind: string;
  title: string;
  number: string;
  issued_on: string;
  order: string | null;
  part: string | null;
  corrects: string | null;
  supplier: string;
  taxable: Money;
  tax: Money;
  total: Money;
}
