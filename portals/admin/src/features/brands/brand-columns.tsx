import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { Brand } from "@/api/platform-types";
import { t } from "@/i18n/t";
import { BrandStatus } from "./brand-status";

export function brandColumns(): Column<Brand>[] {
  const count = (value: number) => <span className="tnum">{value}</span>;
  return [
    {
      id: "name",
      header: t("Brand"),
      sortable: true,
      cell: ({ slug, name, host }) => (
        <RowLink to={`/brands/${slug}`} note={host}>
          {name}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <BrandStatus status={status} /> },
    { id: "sellers", header: t("Sellers"), from: "sm", end: true, cell: ({ sellers }) => count(sellers) },
    { id: "products", header: t("Products"), from: "md", end: true, cell: ({ products }) => count(products) },
    { id: "orders", header: t("Orders"), from: "sm", end: true, cell: ({ orders }) => count(orders) },
    {
      id: "created_at",
      header: t("Since"),
      from: "lg",
      sortable: true,
      cell: ({ created_at }) => <Day at={created_at} />,
    },
  ];
}
