import { ActDialog } from "@kit/form/act-dialog";
import { useAct } from "@kit/form/use-act";
import { call, http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import type { Domain } from "@/api/settings";
import { t } from "@/i18n/t";

export function DomainActs({ row: { id, domain, actions, is_primary } }: { row: Domain }) {
  const [asking, setAsking] = useState<"primary" | "remove" | null>(null);
  const check = useAct(() => http.post(`admin/settings/domains/${id}/check`), t("Checked"));
  const close = () => setAsking(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onPress={() => check.run({})} isPending={check.running}>
        {t("Check now")}
      </Button>
      {actions.includes("make_primary") && (
        <Button size="sm" onPress={() => setAsking("primary")}>
          {t("Make main address")}
        </Button>
      )}
      <Button size="sm" look="quiet" onPress={() => setAsking("remove")}>
        {t("Remove")}
      </Button>
      {asking === "primary" && (
        <ActDialog
          title={t("Make {domain} the main address", { domain })}
          consequence={t("Visitors of your other addresses are sent there, and messages carry it.")}
          values={{}}
          label={t("Make main address")}
          send={() => http.post(`admin/settings/domains/${id}/primary`)}
          doneText={t("{domain} is the main address", { domain })}
          onClose={close}
        />
      )}
      {asking === "remove" && (
        <ActDialog
          title={t("Remove {domain}", { domain })}
          consequence={
            is_primary
              ? t("Your shop stops answering there at once. Its address at the platform leads again.")
              : t("Your shop stops answering there at once.")
          }
          values={{}}
          label={t("Remove")}
          danger
          send={() => call("DELETE", `admin/settings/domains/${id}`)}
          doneText={t("{domain} was removed", { domain })}
          onClose={close}
        />
      )}
    </div>
  );
}
