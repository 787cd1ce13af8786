import { ActDialog } from "@kit/form/act-dialog";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";
import { RuleDialog } from "./rule-dialog";

/** What can be done with a rule in force: its next version is written, or it ends. */
export function RuleActs({ rule }: { rule: CommissionRule }) {
  const [open, setOpen] = useState<"edit" | "archive">();
  const { id, name, actions } = rule;
  const close = () => setOpen(undefined);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {actions.includes("edit") && (
        <Button size="sm" look="quiet" onPress={() => setOpen("edit")}>
          {t("Change")}
        </Button>
      )}
      {actions.includes("archive") && (
        <Button size="sm" look="quiet" onPress={() => setOpen("archive")}>
          {t("End rule")}
        </Button>
      )}
      {open === "edit" && <RuleDialog rule={rule} onClose={close} />}
      {open === "archive" && (
        <ActDialog
          title={t("End {name}", { name })}
          consequence={t("New orders are charged by the next rule that fits. What was computed stays.")}
          values={{}}
          label={t("End rule")}
          danger
          send={() => call("DELETE", `admin/commission/rules/${id}`)}
          doneText={t("The rule has ended")}
          onClose={close}
        />
      )}
    </span>
  );
}
