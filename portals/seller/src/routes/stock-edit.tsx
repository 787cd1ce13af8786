import { useResource } from "@kit/app/use-resource";
import { http } from "@kit/http/client";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { Select } from "@kit/ui/select";
import { toastProblem } from "@kit/ui/toast";
import { Boxes, Download } from "lucide-react";
import { usePlaceChoices } from "@/api/use-places";
import type { Grid } from "@/features/bulk/api";
import { BulkEditor } from "@/features/bulk/bulk-editor";
import { saveStockFile } from "@/features/bulk/save-file";
import { t } from "@/i18n/t";

/** Prices and counts of everything at once, one place at a time. */
export function StockEdit() {
  const list = useListState();
  const places = usePlaceChoices();
  const asked = { place: list.search.place, stock: list.search.stock, q: list.search.q };
  const query = useResource<Grid>("seller/stock/grid", asked, { refetchOnWindowFocus: false } as never);
  const refresh = async () => (await http.get<Grid>("seller/stock/grid", asked)).data;
  const place = places.choices.options.find(({ value }) => value === query.data?.place_id);
  return (
    <>
      <PageHeader
        title={t("Edit prices and stock")}
        lead={t("Type or paste as in a spreadsheet. Arrow keys and Enter move, Escape takes a cell back.")}
        back={{ to: "/stock", label: t("Stock") }}
        actions={
          <>
            {places.needed && (
              <Select
                label={t("Place")}
                hideLabel
                {...places.choices}
                value={place?.value ?? ""}
                onChange={(value) => list.set({ place: value })}
              />
            )}
            <Button onPress={() => saveStockFile().catch(toastProblem)}>
              <Download aria-hidden size={15} />
              {t("Stock file")}
            </Button>
          </>
        }
      />
      <Loaded query={query} below>
        {(grid) =>
          grid.rows.length === 0 ? (
            <div className="card">
              <EmptyState icon={Boxes} title={t("Nothing here")}>
                {t("Each variant you offer has a row here, with its price and its count.")}
              </EmptyState>
            </div>
          ) : (
            <>
              {grid.is_cut && (
                <div className="mb-3">
                  <Notice title={t("These are the first {count} offers by SKU.", { count: grid.rows.length })}>
                    {t("Narrow the stock list by words or state and open the grid from there for the others.")}
                  </Notice>
                </div>
              )}
              <BulkEditor key={JSON.stringify(asked)} grid={grid} place={place?.label ?? ""} refresh={refresh} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
