import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { BrandRow } from "@/api/platform-types";
import { t } from "@/i18n/t";
import { BrandStatus } from "./brand-status";

export function brandColumns(): Column<BrandRow>[] {
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
    {
      id: "created_at",
      header: t("Since"),
      from: "lg",
      sortable: true,
      cell: ({ created_at }) => <Day at={created_at} />,
    },
  ];
}
