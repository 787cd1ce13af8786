import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import { EndRule } from "./end-rule";

export function ruleColumns(): Column<CommissionRule>[] {
  return [
    {
      id: "name",
      header: t("Rule"),
      cell: ({ name, position, version }) => (
        <span className="block">
          <span className="font-medium">{name}</span>
          <span className="block text-muted text-xs">
            {t("place {position}, version {version}", { position, version })}
          </span>
        </span>
      ),
    },
    {
      id: "scope",
      header: t("For"),
      from: "sm",
      cell: ({ seller, category }) =>
        [seller, category].filter(Boolean).join(" · ") || <span className="text-muted">{t("Everything")}</span>,
    },
    { id: "rate", header: t("Rate"), end: true, cell: (rule) => <Rate rule={rule} /> },
    { id: "valid_from", header: t("From"), from: "md", cell: ({ valid_from }) => <Day at={valid_from} /> },
    {
      id: "valid_to",
      header: t("To"),
      from: "lg",
      cell: ({ valid_to }) => (valid_to ? <Day at={valid_to} /> : <span className="text-muted">{t("open")}</span>),
    },
    { id: "act", header: t("Change"), from: "sm", end: true, cell: (rule) => <EndRule rule={rule} /> },
  ];
}

function Rate({ rule: { percent_bp, fixed, floor, cap } }: { rule: CommissionRule }) {
  const limits = [
    floor && t("at least {amount}", { amount: floor.text }),
    cap && t("at most {amount}", { amount: cap.text }),
  ];
  return (
    <span className="tnum block">
      <span className="font-semibold">{percent_bp / 100} %</span>
      {!!fixed?.minor && ` + ${fixed.text}`}
      <span className="block text-muted text-xs">{limits.filter(Boolean).join(", ")}</span>
    </span>
  );
}
