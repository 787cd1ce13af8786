import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Badge } from "@kit/ui/badge";
import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";
import { OfferButtons } from "./offer-buttons";

export function offerColumns(): Column<OfferRow>[] {
  const count = (pieces: number) => <span className="tnum">{pieces}</span>;
  return [
    {
      id: "title",
      header: t("Product"),
      cell: ({ product, sku, options }) => (
        <RowLink to={`/products/${product.id}`} note={[options, sku].filter(Boolean).join(" · ")}>
          {product.title}
        </RowLink>
      ),
    },
    {
      id: "available",
      header: t("To sell"),
      end: true,
      sortable: true,
      cell: ({ available, low_stock }) =>
        low_stock ? <Badge tone={available > 0 ? "warn" : "bad"}>{available}</Badge> : count(available),
    },
    { id: "reserved", header: t("Promised"), from: "md", end: true, cell: ({ reserved }) => count(reserved) },
    { id: "on_hand", header: t("On the shelf"), from: "md", end: true, cell: ({ on_hand }) => count(on_hand) },
    { id: "price", header: t("Price"), from: "sm", end: true, cell: ({ price }) => <Amount value={price} strong /> },
    { id: "mrp", header: t("MRP"), from: "lg", end: true, cell: ({ mrp }) => <Amount value={mrp} /> },
    {
      id: "act",
      header: t("Change"),
      end: true,
      from: "sm",
      cell: (row) => <OfferButtons offer={row} sku={row.sku} />,
    },
  ];
}
