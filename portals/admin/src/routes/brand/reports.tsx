import { useResource } from "@kit/app/use-resource";
import { lastMonth, months } from "@kit/format/months";
import { FilterTabs } from "@kit/table/filter-tabs";
import { useListState } from "@kit/table/use-list-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import type { ReportTable as Table } from "@/api/types";
import { DownloadReport } from "@/features/reports/download";
import { ReportTable } from "@/features/reports/report-table";
import { TaxDeposits } from "@/features/reports/tax-deposits";
import { columnText } from "@/features/reports/words";
import { t } from "@/i18n/t";

const FIRST = "sales-register";

export function Reports() {
  const list = useListState();
  const { report = FIRST, month = lastMonth() } = list.search;
  const table = useResource<Table>(`admin/reports/${report}`, { month });
  const reports = useResource<{ code: string; title: string }[]>("admin/reports");
  return (
    <>
      <PageHeader
        title={t("Reports")}
        lead={t("A month as the tax office asks for it. An accountant should look at it before it is filed.")}
        actions={<DownloadReport code={report} month={month} />}
      />
      <FilterTabs
        label={t("Report")}
        list={list}
        name="report"
        tabs={(reports.data ?? []).map(({ code, title }) => ({
          value: code === FIRST ? "" : code,
          label: columnText(title),
        }))}
      />
      <Section
        title={columnText(table.data?.title ?? "")}
        aside={
          <div className="w-44">
            <Select
              label={t("Month")}
              hideLabel
              value={month}
              onChange={(chosen) => list.set({ month: chosen })}
              options={months()}
            />
          </div>
        }
        flush
      >
        <Loaded query={table} below>
          {(found) => <ReportTable table={found} />}
        </Loaded>
      </Section>
      <div className="mt-4">
        <TaxDeposits month={month} />
      </div>
    </>
  );
}
