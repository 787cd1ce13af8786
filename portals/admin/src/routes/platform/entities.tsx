import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { BadgeCheck } from "lucide-react";
import { useMemo } from "react";
import type { EntityRow } from "@/api/platform-types";
import { entityColumns } from "@/features/verification/entity-columns";
import { ENTITY_STATUSES, entityStatusText } from "@/features/verification/entity-status";
import { t } from "@/i18n/t";

export function Entities() {
  const list = useListState({ sort: "submitted_at", order: "asc" });
  const query = useList<EntityRow>("platform/seller-entities", list.query);
  const columns = useMemo(entityColumns, []);
  const tabs = ENTITY_STATUSES.map((value) => ({ value, label: entityStatusText(value) }));
  return (
    <>
      <PageHeader title={t("Verification")} lead={t("Each business is verified once, for all brands. Oldest first.")} />
      <FilterTabs label={t("Status")} list={list} name="status" tabs={[{ value: "", label: t("All") }, ...tabs]} />
      <DataTable
        label={t("Businesses")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Name or GSTIN")} />}
        empty={
          <EmptyState icon={BadgeCheck} title={t("Nothing waits")}>
            {t("An application comes here after its automatic checks.")}
          </EmptyState>
        }
      />
    </>
  );
}
