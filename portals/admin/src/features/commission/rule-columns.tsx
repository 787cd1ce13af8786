import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import { Badge } from "@kit/ui/badge";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";

export function ruleColumns(): Column<CommissionRule>[] {
  return [
    {
      id: "name",
      header: t("Rule"),
      cell: ({ name, priority, version }) => (
        <span className="block">
          <span className="font-medium">{name}</span>
          <span className="block text-muted text-xs">
            {t("place {priority}, version {version}", { priority, version })}
          </span>
        </span>
      ),
    },
    {
      id: "scope",
      header: t("For"),
      from: "sm",
      cell: ({ seller, category }) =>
        [seller?.name, category?.name].filter(Boolean).join(" · ") || (
          <span className="text-muted">{t("Everything")}</span>
        ),
    },
    {
      id: "rate",
      header: t("Rate"),
      end: true,
      cell: ({ percent, fixed, floor, cap }) => (
        <span className="tnum block">
          <span className="font-semibold">{percent} %</span>
          {fixed && fixed.minor > 0 && ` + ${fixed.text}`}
          <span className="block text-muted text-xs">
            {[
              floor && t("at least {amount}", { amount: floor.text }),
              cap && t("at most {amount}", { amount: cap.text }),
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
        </span>
      ),
    },
    { id: "valid_from", header: t("From"), from: "md", cell: ({ valid_from }) => <Day at={valid_from} /> },
    {
      id: "valid_to",
      header: t("To"),
      from: "lg",
      cell: ({ valid_to }) => (valid_to ? <Day at={valid_to} /> : <span className="text-muted">{t("open")}</span>),
    },
    {
      id: "active",
      header: t("Status"),
      from: "sm",
      cell: ({ active }) => (
        <Badge tone={active ? "good" : "plain"}>{active ? t("In force") : t("Not in force")}</Badge>
      ),
    },
  ];
}
