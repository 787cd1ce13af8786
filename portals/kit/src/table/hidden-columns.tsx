import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { ChecklistMenu } from "@kit/ui/menu";
import { Columns3 } from "lucide-react";
import type { Column } from "./columns";

interface HiddenColumnsProps<Row> {
  columns: Column<Row>[];
  hidden: string[];
  onChange: (hidden: string[]) => void;
}

/** Chooses the columns; the first one names the row and always stays. */
export function HiddenColumns<Row>({ columns, hidden, onChange }: HiddenColumnsProps<Row>) {
  const choices = columns.slice(1);
  const shown = new Set(choices.map(({ id }) => id).filter((id) => !hidden.includes(id)));
  return (
    <div className="ml-auto max-md:hidden">
      <ChecklistMenu
        label={t("Columns")}
        items={choices.map(({ id, header }) => ({ id, label: header }))}
        chosen={shown}
        onChange={(ids) => onChange(choices.map(({ id }) => id).filter((id) => !ids.has(id)))}
        trigger={
          <Button look="quiet" size="sm">
            <Columns3 aria-hidden size={15} />
            {t("Columns")}
          </Button>
        }
      />
    </div>
  );
}
