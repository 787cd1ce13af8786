import { ReasonDialog } from "@kit/form/reason-dialog";
import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import { LinkButton } from "@kit/ui/link-button";
import { useState } from "react";
import { t } from "@/i18n/t";
import type { Promotion } from "./types";

/** What can be done with a promotion now; ending says why and cannot be undone. */
export function Moves({ promotion: { id, name, actions } }: { promotion: Promotion }) {
  const [ending, setEnding] = useState(false);
  const move = (verb: string, reason = "") => http.post(`admin/promotions/${id}/moves`, { verb, reason });
  const launch = useAct(() => move("launch"), t("The promotion is running"));
  const pause = useAct(() => move("pause"), t("The promotion is paused"));
  return (
    <>
      {actions.includes("edit") && <LinkButton to={`/promotions/${id}/edit`}>{t("Edit")}</LinkButton>}
      {actions.includes("end") && <Button onPress={() => setEnding(true)}>{t("End it")}</Button>}
      {actions.includes("pause") && (
        <Button onPress={() => pause.run(undefined)} isPending={pause.running}>
          {t("Pause")}
        </Button>
      )}
      {actions.includes("launch") && (
        <Button look="solid" onPress={() => launch.run(undefined)} isPending={launch.running}>
          {t("Launch")}
        </Button>
      )}
      {ending && (
        <ReasonDialog
          title={t("End {name}", { name })}
          consequence={t("Nobody can use it from now on. Orders made with it keep their discount.")}
          label={t("End it")}
          danger
          send={(reason) => move("end", reason)}
          doneText={t("The promotion has ended")}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}
