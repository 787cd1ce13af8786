import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import { RuleFields } from "./rule-fields";
import { body, EMPTY, schema, type Values, valuesOf } from "./rule-form";
import { RulePreview } from "./rule-preview";

/** A new rule, or the next version of one: rules are never edited. */
export function RuleDialog({ rule, onClose }: { rule?: CommissionRule; onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={rule ? t("Change {name}", { name: rule.name }) : t("New commission rule")}
      consequence={
        rule
          ? t("This version ends and the next is put in force. Orders already paid keep their rule.")
          : t("The first rule that fits a line wins; smaller numbers come first. Orders already paid keep their rule.")
      }
      values={rule ? valuesOf(rule) : EMPTY}
      schema={schema()}
      fields={(form) => (
        <>
          <RuleFields form={form} days rule={rule} />
          <RulePreview values={form.watch()} />
        </>
      )}
      label={t("Put in force")}
      send={(values, key) => http.post("admin/commission/rules", body(values), key)}
      doneText={t("The rule is in force from its first day")}
      onClose={onClose}
    />
  );
}
