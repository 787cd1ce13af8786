import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { Boxes } from "lucide-react";
import { useMemo } from "react";
import type { OfferRow } from "@/api/types";
import { offerColumns } from "@/features/stock/offer-columns";
import { t } from "@/i18n/t";

export function Stock() {
  const list = useListState();
  const query = useList<OfferRow>("seller/offers", list.query);
  const columns = useMemo(offerColumns, []);
  const tabs = [
    { value: "", label: t("All") },
    { value: "true", label: t("Low stock") },
  ];
  return (
    <>
      <PageHeader
        title={t("Stock")}
        lead={t("What can be sold is what is on the shelf minus what is promised to customers.")}
        actions={<LinkButton to="/stock/movements">{t("Every movement")}</LinkButton>}
      />
      <FilterTabs label={t("Stock")} list={list} name="low_stock" tabs={tabs} />
      <DataTable
        label={t("Stock")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Name or SKU")} />}
        empty={
          <EmptyState icon={Boxes} title={t("Nothing here")}>
            {t("Each variant you offer has a row here, with its price and its count.")}
          </EmptyState>
        }
      />
    </>
  );
}
