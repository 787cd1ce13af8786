import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Badge } from "@kit/ui/badge";
import type { OfferRow } from "@/api/types";
import { t } from "@/i18n/t";
import { OfferMenu } from "./offer-menu";
import { PlaceCounts } from "./place-counts";

/** `places` is how many the shop has: with one, nobody needs to read where. */
export function offerColumns(places: number): Column<OfferRow>[] {
  const kinds: Record<string, string> = { bundle: t("Bundle"), numbered: t("Numbered units") };
  const count = (pieces: number) => <span className="tnum">{pieces}</span>;
  return [
    {
      id: "title",
      header: t("Product"),
      cell: ({ product, sku, options, kind }) => (
        <RowLink to={`/products/${product.id}`} note={[options, sku, kinds[kind]].filter(Boolean).join(" · ")}>
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
    ...(places > 1
      ? [
          {
            id: "places",
            header: t("Where"),
            from: "sm" as const,
            cell: (row: OfferRow) => <PlaceCounts places={row.places} />,
          },
        ]
      : []),
    { id: "reserved", header: t("Promised"), from: "md", end: true, cell: ({ reserved }) => count(reserved) },
    { id: "on_hand", header: t("On the shelf"), from: "md", end: true, cell: ({ on_hand }) => count(on_hand) },
    { id: "price", header: t("Price"), from: "sm", end: true, cell: ({ price }) => <Amount value={price} strong /> },
    { id: "mrp", header: t("MRP"), from: "lg", end: true, cell: ({ mrp }) => <Amount value={mrp} /> },
    { id: "act", header: t("Change"), end: true, cell: (row) => <OfferMenu offer={row} places={places} /> },
  ];
}
