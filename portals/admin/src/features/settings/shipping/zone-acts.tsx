import { ActDialog } from "@kit/form/act-dialog";
import { useAct } from "@kit/form/use-act";
import { Button } from "@kit/ui/button";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";
import { moved, type Tariff } from "./tariff";
import { useSave } from "./use-save";

/** Moves a zone in the list, or takes it out after a question. */
export function ZoneActs({ tariff, place, name }: { tariff: Tariff; place: number; name: string }) {
  const [asking, setAsking] = useState(false);
  const save = useSave();
  const { zones, elsewhere } = tariff;
  const move = useAct((by: number) => save(tariff, moved(zones, place, by), elsewhere), t("Saved"));
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        aria-label={t("{name} up", { name })}
        isDisabled={place === 0 || move.running}
        onPress={() => move.run(-1)}
      >
        <ArrowUp aria-hidden size={15} />
      </Button>
      <Button
        look="quiet"
        size="icon"
        aria-label={t("{name} down", { name })}
        isDisabled={place === zones.length - 1 || move.running}
        onPress={() => move.run(1)}
      >
        <ArrowDown aria-hidden size={15} />
      </Button>
      <Button size="sm" look="quiet" aria-label={t("Remove {name}", { name })} onPress={() => setAsking(true)}>
        {t("Remove")}
      </Button>
      {asking && (
        <ActDialog
          title={t("Remove {name}", { name })}
          consequence={t("Its addresses are then priced by the zone that fits next, or as everywhere else.")}
          values={{}}
          label={t("Remove")}
          danger
          send={() => save(tariff, moved(zones, place), elsewhere)}
          doneText={t("{name} was removed", { name })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
