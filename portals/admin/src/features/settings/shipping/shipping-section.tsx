import { useResource } from "@kit/app/use-resource";
import { Button } from "@kit/ui/button";
import { Loaded } from "@kit/ui/loaded";
import { Section } from "@kit/ui/section";
import { Plus } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";
import { BackToOne } from "./back-to-one";
import { placesText } from "./rate-words";
import { PATH, type Slot, type Tariff } from "./tariff";
import { TryIt } from "./try-it";
import { ZoneActs } from "./zone-acts";
import { ZoneDialog } from "./zone-dialog";
import { ZoneRow } from "./zone-row";

/** What delivery costs where: zones, their tables, and a parcel to try them with. */
export function ShippingSection() {
  const query = useResource<Tariff>(PATH);
  const [slot, setSlot] = useState<Slot | null>(null);
  const add = (
    <Button size="sm" onPress={() => setSlot("new")} isDisabled={!query.data}>
      <Plus aria-hidden size={15} />
      {t("Add a zone")}
    </Button>
  );
  return (
    <Section title={t("What delivery costs")} aside={add} flush>
      <Loaded query={query} flush>
        {(tariff) => (
          <>
            <Zones tariff={tariff} onEdit={setSlot} />
            <TryIt tariff={tariff} />
            {slot !== null && <ZoneDialog tariff={tariff} slot={slot} onClose={() => setSlot(null)} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Zones({ tariff, onEdit }: { tariff: Tariff; onEdit: (slot: Slot) => void }) {
  const { zones, elsewhere, standing, takes_cash } = tariff;
  return (
    <>
      {!elsewhere && (
        <p className="px-4 pt-4 text-muted text-sm">
          {t("One rate holds for every address. Change it, or add zones with rates of their own.")}
        </p>
      )}
      <ul>
        {zones.map((zone, place) => (
          <ZoneRow
            key={zone.name}
            name={zone.name}
            places={placesText(zone, tariff)}
            rates={zone}
            takesCash={takes_cash}
            onEdit={() => onEdit(place)}
          >
            <ZoneActs tariff={tariff} place={place} name={zone.name} />
          </ZoneRow>
        ))}
        <ZoneRow
          name={zones.length > 0 ? t("Everywhere else") : t("Everywhere")}
          places=""
          rates={elsewhere ?? standing}
          takesCash={takes_cash}
          onEdit={() => onEdit("elsewhere")}
        >
          {elsewhere && <BackToOne tariff={tariff} />}
        </ZoneRow>
      </ul>
    </>
  );
}
