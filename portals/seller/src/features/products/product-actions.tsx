import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { LinkButton } from "@kit/ui/link-button";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";

export function ProductActions({ product }: { product: Product }) {
  const propose = useAct(
    (_: undefined, key) => http.post(`seller/products/${product.id}/proposal`, {}, key),
    t("Sent for review. You are told when it is decided."),
  );
  return (
    <>
      {product.actions.includes("edit") && <LinkButton to={`/products/${product.id}/edit`}>{t("Edit")}</LinkButton>}
      {product.actions.includes("propose") && (
        <Button look="solid" isPending={propose.running} onPress={() => propose.run(undefined)}>
          {t("Send for review")}
        </Button>
      )}
    </>
  );
}
