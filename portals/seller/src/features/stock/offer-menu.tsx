import { Button } from "@kit/ui/button";
import { menuItemClass } from "@kit/ui/menu";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";
import { AdjustStockDialog } from "./adjust-stock-dialog";
import { EditOfferDialog } from "./edit-offer-dialog";
import { LevelDialog } from "./level-dialog";
import { MoveStockDialog } from "./move-stock-dialog";

type Act = "count" | "price" | "move" | "level" | "units" | "inside" | "history";

/** Everything that can be done to one offer of the stock list. */
export function OfferMenu({ offer, places }: { offer: OfferRow; places: number }) {
  const [open, setOpen] = useState<Act>();
  const navigate = useNavigate();
  const close = () => setOpen(undefined);
  const may = (act: string) => offer.actions.includes(act);
  const acts: { id: Act; label: string; shown: boolean; to?: string }[] = [
    { id: "count", label: t("Change stock"), shown: may("adjust_stock") },
    { id: "move", label: t("Move to another place"), shown: may("move_stock") && places > 1 },
    { id: "units", label: t("Numbered units"), shown: may("number_units"), to: `/stock/numbered/${offer.id}` },
    {
      id: "units",
      label: t("Number the units"),
      shown: may("adjust_stock") && offer.on_hand === 0,
      to: `/stock/numbered/${offer.id}`,
    },
    {
      id: "inside",
      label: t("What is inside"),
      shown: offer.kind === "bundle",
      to: `/stock/bundles/${offer.variant_id}`,
    },
    {
      id: "inside",
      label: t("Make it a bundle"),
      shown: offer.kind === "plain" && offer.on_hand === 0,
      to: `/stock/bundles/${offer.variant_id}`,
    },
    { id: "level", label: t("When it runs low"), shown: offer.kind !== "bundle" && may("edit") },
    { id: "price", label: t("Price"), shown: may("edit") },
    { id: "history", label: t("Its movements"), shown: true, to: "/stock/movements" },
  ];
  const run = (act: (typeof acts)[number]) => {
    if (!act.to) return setOpen(act.id);
    void navigate({ to: act.to, search: (act.id === "history" ? { offer: offer.id } : {}) as never });
  };
  const shown = acts.filter((act) => act.shown);
  return (
    <span className="relative z-10 inline-flex">
      <MenuTrigger>
        <Button size="icon" look="quiet" aria-label={t("What to do with {sku}", { sku: offer.sku })}>
          <Ellipsis aria-hidden size={17} />
        </Button>
        <Popover placement="bottom end" className="pop min-w-48 p-1">
          <Menu aria-label={offer.sku} className="outline-none">
            {shown.map((act) => (
              <MenuItem key={act.label} textValue={act.label} onAction={() => run(act)} className={menuItemClass}>
                {act.label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {open === "count" && <AdjustStockDialog offer={offer} sku={offer.sku} onClose={close} />}
      {open === "price" && <EditOfferDialog offer={offer} sku={offer.sku} onClose={close} />}
      {open === "move" && <MoveStockDialog offer={offer} onClose={close} />}
      {open === "level" && <LevelDialog offer={offer} level={offer.level} onClose={close} />}
    </span>
  );
}
