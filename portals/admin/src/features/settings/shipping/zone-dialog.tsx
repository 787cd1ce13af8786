import { ActDialog } from "@kit/form/act-dialog";
import { useState } from "react";
import { t } from "@/i18n/t";
import type { Slot, Tariff } from "./tariff";
import { useSave } from "./use-save";
import { ZoneFields } from "./zone-fields";
import { EMPTY_STEP, ofThisZone, withTyped, type ZoneValues, zoneSchema, zoneValues } from "./zone-form";

interface ZoneDialogProps {
  tariff: Tariff;
  slot: Slot;
  onClose: () => void;
}

function start(tariff: Tariff, slot: Slot): ZoneValues {
  if (slot === "elsewhere") return zoneValues(tariff.elsewhere ?? tariff.standing);
  const zone = slot === "new" ? undefined : tariff.zones[slot];
  if (zone) return zoneValues(zone);
  const blank = { ...zoneValues(tariff.elsewhere ?? tariff.standing), delivers: true, free_above_minor: "" };
  return { ...blank, by: "weight", steps: [EMPTY_STEP], beyond: "per_kg", beyond_minor: "" };
}

/** One zone, or the rates for everywhere else; what is refused stands at its row. */
export function ZoneDialog({ tariff: read, slot, onClose }: ZoneDialogProps) {
  const [tariff] = useState(read); // a later list has other places and another version: this is about the one that was read
  const save = useSave();
  const values = start(tariff, slot);
  const titles = { new: t("New zone"), elsewhere: t("Everywhere else") };
  return (
    <ActDialog<ZoneValues>
      title={typeof slot === "number" ? t("Zone {name}", { name: values.name }) : titles[slot]}
      consequence={t("New orders pay this at once. Orders that were placed keep what they were told.")}
      values={values}
      schema={zoneSchema()}
      fields={(form) => <ZoneFields form={form} tariff={tariff} withPlaces={slot !== "elsewhere"} />}
      label={t("Save")}
      send={async (typed) => {
        try {
          return await save(tariff, ...withTyped(tariff, slot, typed));
        } catch (problem) {
          throw ofThisZone(problem, slot, tariff.zones.length);
        }
      }}
      doneText={t("Saved")}
      onClose={onClose}
    />
  );
}
