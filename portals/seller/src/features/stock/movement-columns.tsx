import { momentText } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { clsx } from "clsx";
import type { StockMovement } from "@/api/types";
import { t } from "@/i18n/t";
import { movementText } from "./stock-reasons";

export function movementColumns(): Column<StockMovement>[] {
  return [
    {
      id: "title",
      header: t("What"),
      cell: ({ title, sku, unit }) => (
        <span className="block min-w-0">
          <span className="line-clamp-2 font-medium">{title}</span>
          <span className="text-muted text-xs">{[sku, unit].filter(Boolean).join(" · ")}</span>
        </span>
      ),
    },
    {
      id: "delta",
      header: t("Change"),
      end: true,
      cell: ({ delta }) => (
        <span className={clsx("tnum font-medium", delta > 0 ? "text-good" : "text-bad")}>
          {delta > 0 ? `+${delta}` : `−${-delta}`}
        </span>
      ),
    },
    {
      id: "balance_after",
      header: t("After"),
      end: true,
      cell: (row) => <span className="tnum">{row.balance_after ?? "–"}</span>,
    },
    { id: "place", header: t("Place"), from: "md", cell: ({ place }) => place },
    {
      id: "reason",
      header: t("Why"),
      from: "sm",
      cell: ({ reason, note, reference, in_bundle }) => (
        <span className="block">
          {in_bundle ? t("{reason}, in a bundle", { reason: movementText(reason) }) : movementText(reason)}
          <span className="block text-muted text-xs">{note || reference?.slice(0, 13)}</span>
        </span>
      ),
    },
    { id: "actor", header: t("Who"), from: "md", cell: ({ actor }) => actor },
    { id: "at", header: t("When"), from: "sm", cell: ({ at }) => <span className="text-muted">{momentText(at)}</span> },
  ];
}
