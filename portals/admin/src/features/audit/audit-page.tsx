import { Pager } from "@kit/table/pager";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { History } from "lucide-react";
import type { AuditRow } from "@/api/types";
import { t } from "@/i18n/t";
import { AuditEntry } from "./audit-row";

/** The same log in two books: the brand's and the platform's. */
export function AuditPage({ path }: { path: string }) {
  const list = useListState();
  const query = useList<AuditRow>(path, list.query);
  return (
    <>
      <PageHeader
        title={t("Audit log")}
        lead={t("Every act of staff, with what it changed. Nothing here can be edited.")}
      />
      <Loaded query={query}>
        {({ rows, total }) => (
          <Section title={t("Acts")} aside={<SearchBox list={list} label={t("Person, act or thing")} />} flush>
            {rows.length === 0 && (
              <EmptyState icon={History} title={t("Nothing here")}>
                {t("No act matches these words.")}
              </EmptyState>
            )}
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <AuditEntry key={row.id} row={row} />
              ))}
            </ul>
            <Pager page={list.page} total={total} onPage={(to) => list.set({ page: String(to) })} />
          </Section>
        )}
      </Loaded>
    </>
  );
}
