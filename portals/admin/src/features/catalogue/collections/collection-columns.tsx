import { Age } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { RowLink } from "@kit/table/row-link";
import { Badge } from "@kit/ui/badge";
import { t } from "@/i18n/t";
import type { Collection } from "./types";
import { sortWords } from "./words";

export function collectionColumns(): Column<Collection>[] {
  return [
    {
      id: "title",
      header: t("Collection"),
      sortable: true,
      cell: ({ id, title, slug }) => (
        <span>
          <RowLink to={`/collections/${id}`}>{title}</RowLink>
          <span className="block text-muted text-xs">/collections/{slug}</span>
        </span>
      ),
    },
    {
      id: "kind",
      header: t("Kind"),
      cell: ({ kind, is_shown }) => (
        <span className="flex flex-wrap gap-1">
          <Badge tone={kind === "rule" ? "info" : "plain"}>{kind === "rule" ? t("by rule") : t("by hand")}</Badge>
          {!is_shown && <Badge tone="warn">{t("hidden")}</Badge>}
        </span>
      ),
    },
    {
      id: "products",
      header: t("Products"),
      end: true,
      cell: ({ products }) => <span className="tnum">{products}</span>,
    },
    {
      id: "sort",
      header: t("Order"),
      from: "md",
      cell: ({ sort }) => <span className="text-muted text-xs">{sortWords()[sort]}</span>,
    },
    { id: "updated_at", header: t("Changed"), from: "lg", sortable: true, cell: (row) => <Age at={row.updated_at} /> },
  ];
}
