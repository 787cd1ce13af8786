import { ActDialog } from "@kit/form/act-dialog";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { t } from "@/i18n/t";
import { rateRows } from "./rate-words";
import type { Tariff } from "./tariff";
import { useSave } from "./use-save";

/** Gives up all zones and goes by the brand's rules again, after a question that says what these are. */
export function BackToOne({ tariff }: { tariff: Tariff }) {
  const [asking, setAsking] = useState(false);
  const save = useSave();
  const rules = rateRows(tariff.standing).map(([size, fee]) => `${size}: ${fee}`);
  return (
    <>
      <Button size="sm" look="quiet" onPress={() => setAsking(true)}>
        {t("Go back to the brand's rules")}
      </Button>
      {asking && (
        <ActDialog
          title={t("Go back to the brand's rules")}
          consequence={t("All zones are removed. Every address pays: {rules}.", { rules: rules.join(" · ") })}
          values={{}}
          label={t("Remove all zones")}
          danger
          send={() => save(tariff, [], null)}
          doneText={t("The brand's rules hold again")}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
