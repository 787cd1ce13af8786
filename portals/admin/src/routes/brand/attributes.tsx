import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { SlidersHorizontal } from "lucide-react";
import { useMemo, useState } from "react";
import { attributeColumns } from "@/features/catalogue/attributes/attribute-columns";
import { AttributeDialog } from "@/features/catalogue/attributes/attribute-dialog";
import type { Attribute } from "@/features/catalogue/attributes/types";
import { t } from "@/i18n/t";

/** The brand's words for facts about goods: what sellers fill in, and what shoppers filter by. */
export function Attributes() {
  const list = useListState();
  const mayEdit = useCan("products.decide");
  const query = useList<Attribute>("admin/attributes", list.query);
  const [open, setOpen] = useState<{ attribute?: Attribute } | null>(null);
  const columns = useMemo(() => attributeColumns(mayEdit, (attribute) => setOpen({ attribute })), [mayEdit]);
  return (
    <>
      <PageHeader
        title={t("Attributes")}
        lead={t("Facts that sellers fill in by category, and that shoppers filter by: colour, capacity, material.")}
        actions={
          mayEdit && (
            <Button look="solid" onPress={() => setOpen({})}>
              {t("New attribute")}
            </Button>
          )
        }
      />
      <FilterTabs
        label={t("Status")}
        list={list}
        name="archived"
        tabs={[
          { value: "", label: t("In use") },
          { value: "true", label: t("Archived") },
        ]}
      />
      <DataTable
        label={t("Attributes")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        toolbar={<SearchBox list={list} label={t("Name")} />}
        empty={
          <EmptyState icon={SlidersHorizontal} title={t("No attributes")}>
            {t("Without them shoppers filter by what sellers happen to write.")}
          </EmptyState>
        }
      />
      {open && <AttributeDialog attribute={open.attribute} onClose={() => setOpen(null)} />}
    </>
  );
}
