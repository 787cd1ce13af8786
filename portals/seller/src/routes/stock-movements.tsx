import { DataTable } from "@kit/table/data-table";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { Select } from "@kit/ui/select";
import { ArrowLeftRight } from "lucide-react";
import { useMemo } from "react";
import type { StockMovement } from "@/api/types";
import { PlaceFilter } from "@/features/places/place-filter";
import { movementColumns } from "@/features/stock/movement-columns";
import { movementReasons } from "@/features/stock/stock-reasons";
import { t } from "@/i18n/t";

export function StockMovements() {
  const list = useListState();
  const query = useList<StockMovement>("seller/stock-movements", list.query);
  const columns = useMemo(movementColumns, []);
  return (
    <>
      <PageHeader
        title={t("Stock movements")}
        lead={t("Every piece that came or went: orders, cancellations and what was changed by hand.")}
        back={{ to: "/stock", label: t("Stock") }}
      />
      <DataTable
        label={t("Stock movements")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={
          <>
            <SearchBox list={list} label={t("Name or SKU")} />
            <Select
              label={t("Why")}
              hideLabel
              placeholder={t("Why")}
              options={[{ value: "", label: t("Every reason") }, ...movementReasons()]}
              value={list.search.reason ?? ""}
              onChange={(value) => list.set({ reason: value })}
            />
            <PlaceFilter list={list} />
          </>
        }
        empty={
          <EmptyState icon={ArrowLeftRight} title={t("Nothing moved yet")}>
            {t("Movements are written by themselves and can never be deleted.")}
          </EmptyState>
        }
      />
    </>
  );
}
