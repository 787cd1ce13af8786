import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Product } from "@/api/types";
import { t } from "@/i18n/t";
import { EditProductDialog } from "./edit-product-dialog";

export function ProductActions({ product }: { product: Product }) {
  const [editing, setEditing] = useState(false);
  const propose = useAct(
    (_: undefined, key) => http.post(`seller/products/${product.id}/proposal`, {}, key),
    t("Sent for review. You are told when it is decided."),
  );
  return (
    <>
      {product.actions.includes("edit") && <Button onPress={() => setEditing(true)}>{t("Edit")}</Button>}
      {product.actions.includes("propose") && (
        <Button look="solid" isPending={propose.running} onPress={() => propose.run(undefined)}>
          {t("Send for review")}
        </Button>
      )}
      {editing && <EditProductDialog product={product} onClose={() => setEditing(false)} />}
    </>
  );
}
