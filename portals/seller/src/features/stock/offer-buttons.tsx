import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Offer } from "@/api/types";
import { t } from "@/i18n/t";
import { AdjustStockDialog } from "./adjust-stock-dialog";
import { EditOfferDialog } from "./edit-offer-dialog";

/** On a phone there is room for one; the price is changed on the product's page. */
export function OfferButtons({ offer, sku }: { offer: Offer; sku: string }) {
  const [open, setOpen] = useState<"price" | "stock">();
  const close = () => setOpen(undefined);
  return (
    <span className="relative z-10 inline-flex gap-1.5">
      {offer.actions.includes("edit") && (
        <Button size="sm" className="max-sm:hidden" onPress={() => setOpen("price")}>
          {t("Price")}
        </Button>
      )}
      {offer.actions.includes("adjust_stock") && (
        <Button size="sm" onPress={() => setOpen("stock")}>
          {t("Stock")}
        </Button>
      )}
      {open === "price" && <EditOfferDialog offer={offer} sku={sku} onClose={close} />}
      {open === "stock" && <AdjustStockDialog offer={offer} sku={sku} onClose={close} />}
    </span>
  );
}
