import { DataTable } from "@kit/table/data-table";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { Plus, Store } from "lucide-react";
import { useMemo } from "react";
import type { BrandRow } from "@/api/platform-types";
import { brandColumns } from "@/features/brands/brand-columns";
import { t } from "@/i18n/t";

export function Brands() {
  const list = useListState();
  const query = useList<BrandRow>("platform/brands", list.query);
  const columns = useMemo(brandColumns, []);
  const add = (
    <LinkButton to="/brands/new" look="solid">
      <Plus aria-hidden size={16} />
      {t("New brand")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("Brands")} lead={t("Each has its own shop, data, books and staff.")} actions={add} />
      <DataTable
        label={t("Brands")}
        columns={columns}
        rowId={({ slug }) => slug}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Name or address")} />}
        empty={
          <EmptyState icon={Store} title={t("No brands yet")} action={add}>
            {t("A brand is live within a second of filling in its form.")}
          </EmptyState>
        }
      />
    </>
  );
}
