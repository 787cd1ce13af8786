import { Pager } from "@kit/table/pager";
import { PeriodFilter } from "@kit/table/period-filter";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Section } from "@kit/ui/section";
import { Select } from "@kit/ui/select";
import { History, X } from "lucide-react";
import type { AuditRow } from "@/api/types";
import { t } from "@/i18n/t";
import { AuditEntry } from "./audit-row";
import { ExportButton } from "./export-button";
import { StandingLine } from "./standing-line";
import { groups } from "./words";

const NARROW = ["actor_id", "object_id", "request_id"] as const;
const WORDS_MIN = 3;

/** The same log in two books: the brand's and the platform's. */
export function AuditPage({ path }: { path: string }) {
  const list = useListState();
  const words = list.search.q ?? "";
  const tooShort = words.length > 0 && words.length < WORDS_MIN;
  const query = useList<AuditRow>(path, { ...list.query, q: tooShort ? undefined : words || undefined });
  return (
    <>
      <PageHeader
        title={t("Audit log")}
        lead={t("Every act of staff, with what it changed. Nothing here can be edited.")}
        actions={<ExportButton path={path} list={list} />}
      />
      <StandingLine path={path} />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select
          label={t("Acts")}
          hideLabel
          options={groups(path.startsWith("platform"))}
          value={list.search.action ?? ""}
          placeholder={t("All acts")}
          onChange={(action) => list.set({ action })}
        />
        <PeriodFilter list={list} />
        <SearchBox list={list} label={t("Person, act, thing or reason")} />
        {tooShort && <p className="text-muted text-xs">{t("Type at least three letters.")}</p>}
        <Narrowed list={list} />
      </div>
      <Loaded query={query} below>
        {({ rows, total }) => (
          <Section title={t("Acts")} flush>
            {rows.length === 0 && (
              <EmptyState icon={History} title={t("Nothing here")}>
                {t("No act matches these words.")}
              </EmptyState>
            )}
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <AuditEntry key={row.id} row={row} list={list} />
              ))}
            </ul>
            <Pager page={list.page} total={total} onPage={(to) => list.set({ page: String(to) })} />
          </Section>
        )}
      </Loaded>
    </>
  );
}

/** What the log is narrowed to by a press on an entry, each with its way back. */
function Narrowed({ list }: { list: ReturnType<typeof useListState> }) {
  const words = { actor_id: t("One person"), object_id: t("One thing"), request_id: t("One request") };
  return NARROW.filter((name) => list.search[name]).map((name) => (
    <Button key={name} size="sm" onPress={() => list.set({ [name]: undefined })}>
      {words[name]}
      <X role="img" aria-label={t("Remove this filter")} size={14} />
    </Button>
  ));
}
