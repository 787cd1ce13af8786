import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Hash } from "lucide-react";
import { useMemo, useState } from "react";
import { t } from "@/i18n/t";
import { AddUnitsDialog } from "./add-units-dialog";
import { DropForm } from "./drop-form";
import type { Drop, Unit } from "./types";
import { stateText, unitColumns } from "./unit-columns";

const STATES = ["available", "held", "sold", "returned", "withdrawn"];

/** The terms above, each piece below. */
export function DropView({ drop }: { drop: Drop }) {
  const list = useListState();
  const path = `seller/offers/${drop.offer_id}/units`;
  const query = useList<Unit>(path, list.query);
  const columns = useMemo(() => unitColumns(path), [path]);
  const [adding, setAdding] = useState(false);
  const all = Object.values(drop.counts).reduce((sum, count) => sum + count, 0);
  const tabs = [
    { value: "", label: t("All"), count: all },
    ...STATES.map((value) => ({ value, label: stateText(value), count: drop.counts[value] ?? 0 })),
  ];
  return (
    <div className="flex flex-col gap-4">
      <DropForm offerId={drop.offer_id} drop={drop} />
      <div>
        <FilterTabs label={t("Numbered units")} list={list} name="state" tabs={tabs} />
        <DataTable
          label={t("Numbered units")}
          columns={columns}
          rowId={({ id }) => id}
          query={query}
          list={list}
          toolbar={
            <Button size="sm" look="solid" onPress={() => setAdding(true)}>
              {t("Add units")}
            </Button>
          }
          empty={
            <EmptyState icon={Hash} title={t("No units here")}>
              {t("Add as many as the edition has; each number can be sold once.")}
            </EmptyState>
          }
        />
      </div>
      {adding && <AddUnitsDialog path={path} first={all + 1} onClose={() => setAdding(false)} />}
    </div>
  );
}
