import { useParam } from "@kit/app/use-param";
import { useResource } from "@kit/app/use-resource";
import { EmptyState } from "@kit/ui/empty-state";
import { LinkButton } from "@kit/ui/link-button";
import { Loaded } from "@kit/ui/loaded";
import { Lock } from "lucide-react";
import { useState } from "react";
import type { Product } from "@/api/types";
import { Editor } from "@/features/products/editor/editor";
import { t } from "@/i18n/t";

export function EditProduct() {
  const id = useParam("id");
  const query = useResource<Product>(`seller/products/${id}`);
  const [round, setRound] = useState(0);
  const reload = async () => {
    await query.refetch();
    setRound((number) => number + 1);
  };
  return (
    <Loaded query={query}>
      {(product) =>
        product.actions.includes("edit") ? (
          <Editor key={`${product.id}:${round}`} product={product} reload={reload} />
        ) : (
          <EmptyState
            icon={Lock}
            title={t("This product cannot be edited now")}
            action={<LinkButton to={`/products/${id}`}>{t("To the product")}</LinkButton>}
          >
            {t("It is in the shop, and the brand changes it there. Price and stock are yours at all times.")}
          </EmptyState>
        )
      }
    </Loaded>
  );
}
