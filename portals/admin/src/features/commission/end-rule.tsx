import { ActDialog } from "@kit/form/act-dialog";
import { call } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { CommissionRule } from "@/api/types";
import { t } from "@/i18n/t";

export function EndRule({ rule: { id, name, actions } }: { rule: CommissionRule }) {
  const [open, setOpen] = useState(false);
  if (!actions.includes("archive")) return null;
  return (
    <>
      <Button size="sm" look="quiet" onPress={() => setOpen(true)}>
        {t("End rule")}
      </Button>
      {open && (
        <ActDialog
          title={t("End {name}", { name })}
          consequence={t("New orders are charged by the next rule that fits. What was computed stays.")}
          values={{}}
          label={t("End rule")}
          danger
          send={() => call("DELETE", `admin/commission/rules/${id}`)}
          doneText={t("The rule has ended")}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
