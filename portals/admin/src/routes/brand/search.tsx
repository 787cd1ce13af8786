import { useCan } from "@kit/auth/use-can";
import { DataTable } from "@kit/table/data-table";
import { useList } from "@kit/table/use-list";
import { useListState } from "@kit/table/use-list-state";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { PageHeader } from "@kit/ui/page-header";
import { BookA, Pin, SearchX, TrendingUp } from "lucide-react";
import { useMemo, useState } from "react";
import { askedColumns, curatedColumns, synonymColumns } from "@/features/search/columns";
import { CurateDialog } from "@/features/search/curate-dialog";
import { SynonymDialog } from "@/features/search/synonym-dialog";
import type { AskedQuestion, CuratedResult, SynonymGroup } from "@/features/search/types";
import { t } from "@/i18n/t";

type Open = { kind: "words"; group?: SynonymGroup; first?: string } | { kind: "place"; first?: string } | null;

/** What people look for and do not find, and the two things to do about it: words that mean the same, and places. */
export function Search() {
  const list = useListState();
  const mayEdit = useCan("products.decide");
  const [open, setOpen] = useState<Open>(null);
  const empty = useList<AskedQuestion>("admin/search/empty", { limit: 20 });
  const popular = useList<AskedQuestion>("admin/search/popular", { limit: 20 });
  const synonyms = useList<SynonymGroup>("admin/search/synonyms", list.query);
  const curated = useList<CuratedResult>("admin/search/curated", { limit: 100 });
  const columns = useMemo(
    () => ({
      empty: askedColumns(mayEdit ? (first) => setOpen({ kind: "words", first }) : undefined, t("Explain")),
      popular: askedColumns(mayEdit ? (first) => setOpen({ kind: "place", first }) : undefined, t("Pin")),
      synonyms: synonymColumns(mayEdit, (group) => setOpen({ kind: "words", group })),
      curated: curatedColumns(mayEdit),
    }),
    [mayEdit],
  );
  const one = { ...list, query: {}, set: () => {} };
  return (
    <>
      <PageHeader
        title={t("Search")}
        lead={t("What shoppers typed in the last 30 days, and how the shop understands it. Nothing here says who.")}
        actions={
          mayEdit && (
            <>
              <Button onPress={() => setOpen({ kind: "place" })}>{t("Pin or hide a product")}</Button>
              <Button look="solid" onPress={() => setOpen({ kind: "words" })}>
                {t("New words")}
              </Button>
            </>
          )
        }
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-sm">{t("Looked for and not found")}</h2>
          <DataTable
            label={t("Looked for and not found")}
            columns={columns.empty}
            rowId={({ text }) => text}
            query={empty}
            list={one}
            empty={<EmptyState icon={SearchX} title={t("Every search found something")} />}
          />
        </section>
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-sm">{t("Most looked for")}</h2>
          <DataTable
            label={t("Most looked for")}
            columns={columns.popular}
            rowId={({ text }) => text}
            query={popular}
            list={one}
            empty={<EmptyState icon={TrendingUp} title={t("Nobody has searched yet")} />}
          />
        </section>
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-sm">{t("Words that mean the same")}</h2>
          <DataTable
            label={t("Words that mean the same")}
            columns={columns.synonyms}
            rowId={({ id }) => id}
            query={synonyms}
            list={list}
            empty={
              <EmptyState icon={BookA} title={t("No words of your own yet")}>
                {t("Common Hindi and English words are known already. Add those of your trade.")}
              </EmptyState>
            }
          />
        </section>
        <section className="min-w-0">
          <h2 className="mb-2 font-semibold text-sm">{t("Pinned and hidden")}</h2>
          <DataTable
            label={t("Pinned and hidden")}
            columns={columns.curated}
            rowId={({ id }) => id}
            query={curated}
            list={one}
            empty={<EmptyState icon={Pin} title={t("Every result is where relevance puts it")} />}
          />
        </section>
      </div>
      {open?.kind === "words" && <SynonymDialog group={open.group} first={open.first} onClose={() => setOpen(null)} />}
      {open?.kind === "place" && <CurateDialog first={open.first} onClose={() => setOpen(null)} />}
    </>
  );
}
