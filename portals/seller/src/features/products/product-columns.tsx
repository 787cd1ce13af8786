import { Age } from "@kit/format/date";
import { Amount } from "@kit/format/money";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Thumb } from "@kit/ui/thumb";
import type { ProductRow } from "@/api/types";
import { t } from "@/i18n/t";
import { ProductStatus } from "./product-status";

export function productColumns(): Column<ProductRow>[] {
  return [
    {
      id: "title",
      header: t("Product"),
      sortable: true,
      cell: ({ id, title, image_url, category }) => (
        <span className="flex items-center gap-3">
          <span className="max-sm:hidden">
            <Thumb src={image_url} />
          </span>
          <RowLink to={`/products/${id}`} note={category?.name}>
            {title}
          </RowLink>
        </span>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <ProductStatus status={status} /> },
    {
      id: "missing",
      header: t("Missing"),
      from: "lg",
      cell: ({ missing }) => <span className="text-muted text-xs">{missing.join(", ")}</span>,
    },
    { id: "price", header: t("Price from"), from: "sm", end: true, cell: (row) => <Amount value={row.price_from} /> },
    {
      id: "stock",
      header: t("Stock"),
      from: "md",
      end: true,
      cell: ({ stock }) => <span className="tnum">{stock}</span>,
    },
    { id: "updated_at", header: t("Changed"), from: "lg", sortable: true, cell: (row) => <Age at={row.updated_at} /> },
  ];
}
