import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { EmptyState } from "@kit/ui/empty-state";
import { Loaded } from "@kit/ui/loaded";
import { PageHeader } from "@kit/ui/page-header";
import { Boxes } from "lucide-react";
import type { InventoryProductStockOut } from "@/api/admin/types.gen";
import { OfferStock } from "@/features/products/offer-stock";
import { t, tn } from "@/i18n/t";

/** What there is of a product: every seller, every place. Sellers count; the brand reads. */
export function ProductStock() {
  const id = useParam("id");
  const query = useResource<InventoryProductStockOut>(`admin/products/${id}/stock`);
  const { data } = query;
  return (
    <>
      <PageHeader
        title={data?.title ?? t("Stock")}
        lead={data && tn("{count} piece can be bought now.", "{count} pieces can be bought now.", data.available)}
        back={{ to: "/products", label: t("Products") }}
      />
      <Loaded query={query} below>
        {({ offers }) => (
          <div className="card overflow-hidden">
            {offers.length === 0 && (
              <EmptyState icon={Boxes} title={t("Nobody offers it")}>
                {t("Each seller who offers it has a row here, with what lies where.")}
              </EmptyState>
            )}
            <ul className="divide-y divide-line">
              {offers.map((offer) => (
                <OfferStock key={offer.offer_id} offer={offer} />
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </>
  );
}
