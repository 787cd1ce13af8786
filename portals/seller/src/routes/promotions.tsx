import { useResource } from "@kit/app/use-resource";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Notice } from "@kit/ui/notice";
import { PageHeader } from "@kit/ui/page-header";
import { BadgePercent } from "lucide-react";
import { useMemo, useState } from "react";
import { NewPromotionDialog } from "@/features/promotions/new-promotion-dialog";
import { promotionColumns } from "@/features/promotions/promotion-columns";
import type { Permission, Promotion } from "@/features/promotions/types";
import { t } from "@/i18n/t";

/** The seller's own promotions, as far as the brand allows them. */
export function Promotions() {
  const list = useListState();
  const query = useList<Promotion>("seller/promotions", list.query);
  const { data: permission } = useResource<Permission>("seller/promotions/permission");
  const columns = useMemo(promotionColumns, []);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("Promotions")}
        lead={t(
          "Discounts on your own goods, which you pay. They lower your taxable value and the brand’s commission.",
        )}
        actions={
          permission?.allowed && (
            <Button look="solid" onPress={() => setAdding(true)}>
              {t("New promotion")}
            </Button>
          )
        }
      />
      {permission?.allowed === false && (
        <Notice tone="warn" title={t("This brand does not let sellers run promotions of their own.")} />
      )}
      <DataTable
        label={t("Promotions")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={BadgePercent} title={t("No promotions yet")}>
            {t("Take a percentage off your goods for everybody, or for those who have a code.")}
          </EmptyState>
        }
      />
      {adding && permission && <NewPromotionDialog most_bp={permission.most_bp} onClose={() => setAdding(false)} />}
    </>
  );
}
