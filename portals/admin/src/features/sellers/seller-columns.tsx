import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { SellerRow } from "@/api/types";
import { t } from "@/i18n/t";
import { SellerStatus } from "./seller-status";

export function sellerColumns(): Column<SellerRow>[] {
  return [
    {
      id: "name",
      header: t("Seller"),
      sortable: true,
      cell: ({ id, name, slug }) => (
        <RowLink to={`/sellers/${id}`} note={slug}>
          {name}
        </RowLink>
      ),
    },
    { id: "status", header: t("Here"), cell: ({ status }) => <SellerStatus status={status} /> },
    {
      id: "entity_status",
      header: t("Verification"),
      from: "md",
      cell: ({ entity_status }) => <SellerStatus status={entity_status} />,
    },
    {
      id: "linked_account_status",
      header: t("Can be paid"),
      from: "lg",
      cell: ({ linked_account_status }) => <SellerStatus status={linked_account_status} />,
    },
    { id: "applied_at", header: t("Applied"), from: "sm", sortable: true, cell: (row) => <Day at={row.applied_at} /> },
  ];
}
