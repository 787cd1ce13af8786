import { useResource } from "@kit/app/use-resource";
import { DataTable } from "@kit/table/data-table";
import { FilterTabs } from "@kit/table/filter-tabs";
import { SearchBox } from "@kit/table/search-box";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Select } from "@kit/ui/select";
import { Scale } from "lucide-react";
import { useMemo } from "react";
import type { Difference, Recon } from "@/api/types";
import { differenceColumns } from "@/features/recon/difference-columns";
import { kinds } from "@/features/recon/kinds";
import { ReconCard } from "@/features/recon/recon-card";
import { t } from "@/i18n/t";

const ALL = "all";

export function ReconPage() {
  const list = useListState();
  const recon = useResource<Recon>("admin/recon");
  const state = list.search.state ?? "open";
  const query = useList<Difference>("admin/recon/breaks", {
    ...list.query,
    state: state === ALL ? undefined : state,
  });
  const columns = useMemo(differenceColumns, []);
  return (
    <>
      <PageHeader
        title={t("Reconciliation")}
        lead={t("What the payment provider says and our books do not. Each difference is here once and ends itself.")}
      />
      <div className="flex flex-col gap-4">
        <Loaded query={recon} cards={1} below>
          {(found) => <ReconCard recon={found} />}
        </Loaded>
        <div>
          <FilterTabs
            label={t("State")}
            list={list}
            name="state"
            tabs={[
              { value: "", label: t("Open"), count: recon.data?.open },
              { value: "explained", label: t("Explained"), count: recon.data?.explained },
              { value: "resolved", label: t("Settled") },
              { value: ALL, label: t("All") },
            ]}
          />
          <DataTable
            label={t("Differences")}
            columns={columns}
            rowId={({ id }) => id}
            query={query}
            list={list}
            toolbar={
              <>
                <div className="flex min-w-full flex-1 sm:min-w-0">
                  <SearchBox list={list} label={t("Order or provider's id")} />
                </div>
                <Filter
                  label={t("Kind")}
                  value={list.search.kind}
                  onChange={(kind) => list.set({ kind })}
                  all={t("All kinds")}
                  options={Object.entries(kinds()).map(([value, { name }]) => ({ value, label: name }))}
                />
                <Filter
                  label={t("Looked after by")}
                  value={list.search.owner}
                  onChange={(owner) => list.set({ owner })}
                  all={t("Everybody's")}
                  options={[
                    { value: "me", label: t("Mine") },
                    { value: "nobody", label: t("Nobody's") },
                  ]}
                />
              </>
            }
            empty={
              <EmptyState icon={Scale} title={t("Nothing differs")}>
                {t("Provider and books agree in what is shown here.")}
              </EmptyState>
            }
          />
        </div>
      </div>
    </>
  );
}

interface FilterProps {
  label: string;
  value: string | undefined;
  all: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Filter({ label, value, all, options, onChange }: FilterProps) {
  return (
    <div className="min-w-32 flex-1 sm:w-40 sm:flex-none">
      <Select
        label={label}
        hideLabel
        value={value || ALL}
        onChange={(chosen) => onChange(chosen === ALL ? "" : chosen)}
        options={[{ value: ALL, label: all }, ...options]}
      />
    </div>
  );
}
