import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import type { InventoryBundleOut } from "@/api/seller/types.gen";
import { BundleEditor } from "@/features/bundle/bundle-editor";
import { t } from "@/i18n/t";

/** What is inside a bundle. */
export function BundlePage() {
  const id = useParam("id");
  const query = useResource<InventoryBundleOut>(`seller/variants/${id}/components`);
  return (
    <>
      <PageHeader
        title={query.data ? [query.data.title, query.data.options].filter(Boolean).join(" · ") : t("Bundle")}
        lead={t("A bundle has no stock of its own: as many can be sold as its parts make.")}
        back={{ to: "/stock", label: t("Stock") }}
      />
      <Loaded query={query}>{(bundle) => <BundleEditor key={query.dataUpdatedAt} bundle={bundle} />}</Loaded>
    </>
  );
}
