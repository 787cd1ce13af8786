import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { LibraryBig } from "lucide-react";
import { useMemo } from "react";
import { collectionColumns } from "@/features/catalogue/collections/collection-columns";
import type { Collection } from "@/features/catalogue/collections/types";
import { t } from "@/i18n/t";

/** Pages of goods that belong together: picked by hand, or kept full by a rule. */
export function Collections() {
  const list = useListState();
  const mayEdit = useCan("products.decide");
  const query = useList<Collection>("admin/collections", list.query);
  const columns = useMemo(collectionColumns, []);
  return (
    <>
      <PageHeader
        title={t("Collections")}
        lead={t("Goods that belong together for a season, a price or an idea. A rule keeps itself full.")}
        actions={
          mayEdit && (
            <>
              <LinkButton to="/collections/new/hand">{t("By hand")}</LinkButton>
              <LinkButton to="/collections/new/rule" look="solid">
                {t("By rule")}
              </LinkButton>
            </>
          )
        }
      />
      <DataTable
        label={t("Collections")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Title")} />}
        empty={
          <EmptyState icon={LibraryBig} title={t("No collections yet")}>
            {t("Begin with one rule, such as everything under 500 that is in stock.")}
          </EmptyState>
        }
      />
    </>
  );
}
