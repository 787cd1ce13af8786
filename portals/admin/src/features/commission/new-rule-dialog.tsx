import { ActDialog } from "@kit/form/act-dialog";
import { http } from "@kit/http/client";
import { t } from "@/i18n/t";
import { RuleFields } from "./rule-fields";
import { body, EMPTY, schema, type Values } from "./rule-form";
import { RulePreview } from "./rule-preview";

export function NewRuleDialog({ onClose }: { onClose: () => void }) {
  return (
    <ActDialog<Values>
      title={t("New commission rule")}
      consequence={t(
        "The first rule that fits a line wins; smaller numbers come first. Orders already paid keep their rule.",
      )}
      values={EMPTY}
      schema={schema()}
      fields={(form) => (
        <>
          <RuleFields form={form} days />
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
