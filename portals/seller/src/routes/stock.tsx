import { useResource } from "@kit/app/use-resource";
import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { Boxes } from "lucide-react";
import { useMemo, useState } from "react";
import type { OfferRow } from "@/api/types";
import { usePlaces } from "@/api/use-places";
import { PlaceFilter } from "@/features/places/place-filter";
import { LevelDialog } from "@/features/stock/level-dialog";
import { offerColumns } from "@/features/stock/offer-columns";
import { t } from "@/i18n/t";

export function Stock() {
  const list = useListState();
  const query = useList<OfferRow>("seller/stock", list.query);
  const places = usePlaces().data?.length ?? 1;
  const columns = useMemo(() => offerColumns(places), [places]);
  const { data: level } = useResource<{ threshold: number }>("seller/alert-level");
  const [setting, setSetting] = useState(false);
  const mayPrice = useCan("offers.edit");
  const tabs = [
    { value: "", label: t("All") },
    { value: "low", label: t("Low") },
    { value: "out", label: t("Sold out") },
    { value: "enough", label: t("Enough") },
  ];
  return (
    <>
      <PageHeader
        title={t("Stock")}
        lead={t("What can be sold is what is on the shelf minus what is promised to customers.")}
        actions={
          <>
            <LinkButton to="/stock/places">{t("Places")}</LinkButton>
            <LinkButton to="/stock/movements">{t("Every movement")}</LinkButton>
            {mayPrice && (
              <LinkButton to="/stock/edit" look="solid">
                {t("Edit many")}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterTabs label={t("Stock")} list={list} name="stock" tabs={tabs} />
      <DataTable
        label={t("Stock")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={
          <>
            <SearchBox list={list} label={t("Name or SKU")} />
            <PlaceFilter list={list} />
            {level && (
              <Button look="quiet" size="sm" onPress={() => setSetting(true)}>
                {t("Low from {count}", { count: level.threshold })}
              </Button>
            )}
          </>
        }
        empty={
          <EmptyState icon={Boxes} title={t("Nothing here")}>
            {t("Each variant you offer has a row here, with its price and its count.")}
          </EmptyState>
        }
      />
      {setting && level && <LevelDialog level={level.threshold} onClose={() => setSetting(false)} />}
    </>
  );
}
