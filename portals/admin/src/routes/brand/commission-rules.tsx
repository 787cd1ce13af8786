import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { PageHeader } from "@kit/ui/page-header";
import { Percent, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { CommissionRule } from "@/api/types";
import { ruleColumns } from "@/features/commission/rule-columns";
import { RuleDialog } from "@/features/commission/rule-dialog";
import { t } from "@/i18n/t";

export function CommissionRules() {
  const list = useListState();
  const query = useList<CommissionRule>("admin/commission/rules", list.query);
  const columns = useMemo(ruleColumns, []);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t("Commission")}
        lead={t("Rules are read from the top; the first that fits decides. What was computed once never changes.")}
        actions={
          <>
            <LinkButton to="/commission/what-if">{t("What if")}</LinkButton>
            <LinkButton to="/commission/lines">{t("What was charged")}</LinkButton>
            <Button look="solid" onPress={() => setAdding(true)}>
              <Plus aria-hidden size={16} />
              {t("New rule")}
            </Button>
          </>
        }
      />
      <DataTable
        label={t("Commission rules")}
        columns={columns}
        rowId={({ id }) => id}
        query={query}
        list={list}
        empty={
          <EmptyState icon={Percent} title={t("No rules yet")}>
            {t("Without a rule nothing is charged. Begin with one for everything, then add exceptions above it.")}
          </EmptyState>
        }
      />
      {adding && <RuleDialog onClose={() => setAdding(false)} />}
    </>
  );
}
