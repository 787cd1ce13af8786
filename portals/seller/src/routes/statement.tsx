import { Pager } from "@kit/table/pager";
import { PeriodFilter } from "@kit/table/period-filter";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { ScrollText } from "lucide-react";
import type { StatementLine } from "@/api/types";
import { SaveCsv } from "@/features/payouts/save-csv";
import { StatementList } from "@/features/statement/statement-list";
import { t } from "@/i18n/t";

export function Statement() {
  const list = useListState();
  const query = useList<StatementLine>("seller/statement", list.query);
  return (
    <>
      <PageHeader
        title={t("Statement")}
        lead={t("Every rupee that came or went, with the entries behind it.")}
        actions={
          <>
            <PeriodFilter list={list} />
            <SaveCsv path="seller/statement/file" query={{ since: list.search.since, until: list.search.until }} />
          </>
        }
      />
      <Loaded query={query} below>
        {(page) => (
          <Section title={t("Movements")} flush>
            {page.rows.length === 0 && (
              <EmptyState icon={ScrollText} title={t("Nothing in this period")}>
                {t("Sales appear here once the parcel is delivered.")}
              </EmptyState>
            )}
            <StatementList lines={page.rows} />
            <Pager page={list.page} total={page.total} onPage={(to) => list.set({ page: String(to) })} />
          </Section>
        )}
      </Loaded>
    </>
  );
}
