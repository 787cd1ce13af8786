import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { BadgePercent } from "lucide-react";
import { useMemo } from "react";
import { promotionColumns } from "@/features/promotions/promotion-columns";
import type { PromotionRow } from "@/features/promotions/types";
import { t } from "@/i18n/t";

export function Promotions() {
  const list = useListState();
  const query = useList<PromotionRow>("admin/promotions", list.query);
  const columns = useMemo(promotionColumns, []);
  const canEdit = useCan("promotions.edit");
  return (
    <>
      <PageHeader
        title={t("Promotions")}
        lead={t("Each cart gets the combination that costs the customer least. Sellers’ own promotions are here, too.")}
        actions={
          canEdit && (
            <LinkButton to="/promotions/new" look="solid">
              {t("New promotion")}
            </LinkButton>
          )
        }
      />
      <DataTable
        label={t("Promotions")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={BadgePercent} title={t("No promotions yet")}>
            {t("Begin with one for everybody, or with a code for those who get your letter.")}
          </EmptyState>
        }
      />
    </>
  );
}
