import { Day } from "@kit/format/date";
import type { Column } from "@kit/table/columns";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import { RuleActs } from "./rule-acts";
import { ruleSentence, saidOf } from "./rule-sentence";

/** A rule is its sentence; on a phone its days and what can be done with it stand below. */
export function ruleColumns(): Column<CommissionRule>[] {
  return [
    {
      id: "name",
      header: t("Rule"),
      cell: (rule) => (
        <span className="block min-w-0">
          <span className="wrap-anywhere font-medium">{rule.name}</span>
          <span className="block text-muted text-xs">
            {t("place {position}, version {version}", { position: rule.position, version: rule.version })}
          </span>
          <span className="wrap-anywhere mt-1 block max-w-prose">{ruleSentence(saidOf(rule))}</span>
          <span className="mt-1 block text-muted text-xs md:hidden">
            <Days rule={rule} />
          </span>
          <span className="mt-1 block sm:hidden">
            <RuleActs rule={rule} />
          </span>
        </span>
      ),
    },
    { id: "valid", header: t("In force"), from: "md", cell: (rule) => <Days rule={rule} /> },
    { id: "act", header: t("Change"), from: "sm", end: true, cell: (rule) => <RuleActs rule={rule} /> },
  ];
}

function Days({ rule: { valid_from, valid_to } }: { rule: CommissionRule }) {
  return (
    <span className="whitespace-nowrap">
      <Day at={valid_from} /> – {valid_to ? <Day at={valid_to} /> : t("open")}
    </span>
  );
}
