import { useAct } from "@kit/form/use-act";
import { call, http } from "@kit/http/client";
import type { Column } from "@kit/table/columns";
import { Badge } from "@kit/ui/badge";
import { Button } from "@kit/ui/button";
import { t } from "@/i18n/t";
import { kinds } from "./kinds";
import { Swatch } from "./swatch";
import type { Attribute } from "./types";

const SHOWN = 6;

export function attributeColumns(mayEdit: boolean, edit: (attribute: Attribute) => void): Column<Attribute>[] {
  return [
    {
      id: "name",
      header: t("Attribute"),
      sortable: true,
      cell: ({ name, unit, kind }) => (
        <span>
          <span className="font-medium">{name}</span>
          <span className="block text-muted text-xs">
            {kinds()[kind]}
            {unit && ` · ${unit}`}
          </span>
        </span>
      ),
    },
    { id: "choices", header: t("Choices"), from: "md", cell: ({ choices }) => <Choices of={choices} /> },
    {
      id: "marks",
      header: t("Used as"),
      from: "sm",
      cell: ({ is_facet, is_axis, is_required }) => (
        <span className="flex flex-wrap gap-1">
          {is_facet && <Badge tone="info">{t("filter")}</Badge>}
          {is_axis && <Badge tone="good">{t("variants")}</Badge>}
          {is_required && <Badge tone="warn">{t("required")}</Badge>}
        </span>
      ),
    },
    {
      id: "categories",
      header: t("Categories"),
      from: "lg",
      cell: ({ categories }) => (
        <span className="text-muted text-xs">{categories.map(({ name }) => name).join(", ") || t("none")}</span>
      ),
    },
    {
      id: "used",
      header: t("Products"),
      end: true,
      from: "md",
      cell: ({ used }) => <span className="tnum">{used}</span>,
    },
    ...(mayEdit
      ? [
          {
            id: "act",
            header: t("Change"),
            end: true,
            cell: (row: Attribute) => <Acts row={row} edit={() => edit(row)} />,
          },
        ]
      : []),
  ];
}

function Choices({ of }: { of: Attribute["choices"] }) {
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
      {of.slice(0, SHOWN).map(({ label, swatch }) => (
        <span key={label} className="inline-flex items-center gap-1">
          {swatch && <Swatch colour={swatch} />}
          {label}
        </span>
      ))}
      {of.length > SHOWN && `+ ${of.length - SHOWN}`}
    </span>
  );
}

function Acts({ row, edit }: { row: Attribute; edit: () => void }) {
  const path = `admin/attributes/${row.id}/archive`;
  const archive = useAct((_: undefined, key) => http.post(path, {}, key), t("Archived; values stay"));
  const restore = useAct((_: undefined) => call("DELETE", path), t("Back in use"));
  if (row.archived_at) {
    return (
      <Button size="sm" isPending={restore.running} onPress={() => restore.run(undefined)}>
        {t("Bring back")}
      </Button>
    );
  }
  return (
    <span className="inline-flex gap-1">
      <Button size="sm" look="quiet" isPending={archive.running} onPress={() => archive.run(undefined)}>
        {t("Archive")}
      </Button>
      <Button size="sm" onPress={edit}>
        {t("Change")}
      </Button>
    </span>
  );
}
