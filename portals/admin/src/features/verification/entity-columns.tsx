import { Age } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import type { EntityRow } from "@/api/platform-types";
import { t } from "@/i18n/t";
import { checksText } from "./entity-queue";
import { EntityStatus } from "./entity-status";

export function entityColumns(): Column<EntityRow>[] {
  return [
    {
      id: "legal_name",
      header: t("Business"),
      sortable: true,
      cell: ({ id, legal_name, brand }) => (
        <RowLink to={`/verification/${id}`} note={brand?.name}>
          {legal_name}
        </RowLink>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <EntityStatus status={status} /> },
    {
      id: "checks",
      header: t("Checks"),
      from: "sm",
      cell: (entity) => <span className="tnum text-muted">{checksText(entity)}</span>,
    },
    {
      id: "submitted_at",
      header: t("Submitted"),
      from: "sm",
      sortable: true,
      end: true,
      cell: ({ submitted_at }) => <Age at={submitted_at} />,
    },
  ];
}
