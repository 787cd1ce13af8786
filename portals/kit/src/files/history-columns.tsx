import { Age } from "@kit/format/date";
import { t } from "@kit/i18n/t";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { countText, sizeText } from "./duration";
import { StatusBadge } from "./status";
import type { ImportRow } from "./types";

/** Files that came in, newest first. */
export function historyColumns<Row extends ImportRow>(): Column<Row>[] {
  return [
    {
      id: "file_name",
      header: t("File"),
      cell: ({ id, file_name, file_bytes }) => (
        <span className="block min-w-0">
          <RowLink to={`/imports/${id}`}>
            <span className="wrap-anywhere">{file_name}</span>
          </RowLink>
          <span className="block text-muted text-xs">{sizeText(file_bytes)}</span>
        </span>
      ),
    },
    { id: "status", header: t("Status"), cell: ({ status }) => <StatusBadge status={status} /> },
    { id: "rows", header: t("Rows"), end: true, from: "sm", cell: ({ rows }) => <Count value={rows} /> },
    { id: "create", header: t("Made"), end: true, from: "md", cell: ({ done }) => <Count value={done.create} /> },
    { id: "change", header: t("Changed"), end: true, from: "md", cell: ({ done }) => <Count value={done.change} /> },
    { id: "refused", header: t("Refused"), end: true, from: "md", cell: ({ done }) => <Count value={done.refused} /> },
    { id: "created_at", header: t("Sent"), from: "sm", cell: ({ created_at }) => <Age at={created_at} /> },
  ];
}

const Count = ({ value }: { value: number }) => <span className="tnum">{value ? countText(value) : "–"}</span>;
