import { useCan } from "@kit/auth/use-can";
import { ActDialog } from "@kit/form/act-dialog";
import { useAct } from "@kit/form/use-act";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { FolderTree } from "lucide-react";
import { useState } from "react";
import { CategoryDialog } from "@/features/catalogue/categories/category-dialog";
import { CategoryRow } from "@/features/catalogue/categories/category-row";
import { branches } from "@/features/catalogue/categories/tree";
import type { Category } from "@/features/catalogue/categories/types";
import { useTree } from "@/features/catalogue/categories/use-tree";
import { t } from "@/i18n/t";

type Open = { kind: "edit"; category?: Category; under?: string } | { kind: "archive"; category: Category } | null;

/** The tree that shoppers walk: named, moved and ordered here. */
export function Categories() {
  const query = useTree();
  const mayEdit = useCan("products.decide");
  const [open, setOpen] = useState<Open>(null);
  const move = useAct(
    ({ id, position }: { id: string; position: number }) =>
      call("PATCH", `admin/categories/${id}`, { body: { position } }),
    t("Moved"),
  );
  return (
    <>
      <PageHeader
        title={t("Categories")}
        lead={t(
          "Shoppers see those with something on sale in them or below. A changed address leads on from the old one.",
        )}
        actions={
          mayEdit && (
            <Button look="solid" onPress={() => setOpen({ kind: "edit" })}>
              {t("New category")}
            </Button>
          )
        }
      />
      <Loaded query={query} below>
        {({ rows }) => (
          <>
            {rows.length === 0 ? (
              <div className="card">
                <EmptyState icon={FolderTree} title={t("There are no categories yet.")}>
                  {t("Begin with the two or three things that you are known for.")}
                </EmptyState>
              </div>
            ) : (
              <ul className="card divide-y divide-line" aria-label={t("Categories")} aria-busy={move.running}>
                {branches(rows).map((branch) => (
                  <CategoryRow
                    key={branch.category.id}
                    branch={branch}
                    mayEdit={mayEdit}
                    onEdit={() => setOpen({ kind: "edit", category: branch.category })}
                    onAdd={() => setOpen({ kind: "edit", under: branch.category.id })}
                    onMove={(position) => move.run({ id: branch.category.id, position })}
                    onArchive={() => setOpen({ kind: "archive", category: branch.category })}
                  />
                ))}
              </ul>
            )}
            {open?.kind === "edit" && (
              <CategoryDialog category={open.category} under={open.under} rows={rows} onClose={() => setOpen(null)} />
            )}
            {open?.kind === "archive" && (
              <ActDialog
                title={t("Archive {name}", { name: open.category.name })}
                consequence={t("Only an empty category goes: no goods in it and nothing below it.")}
                values={{}}
                label={t("Archive")}
                danger
                send={() => call("DELETE", `admin/categories/${open.category.id}`)}
                doneText={t("Archived")}
                onClose={() => setOpen(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
