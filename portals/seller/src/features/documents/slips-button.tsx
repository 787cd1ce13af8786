import { SaveButton } from "@kit/files/save-button";
import { saveFrom } from "@kit/files/save-file";
import { t, tn } from "@/i18n/t";

/** Packing slips of parcels in one PDF, a page each. */
export function SlipsButton({ numbers }: { numbers: string[] }) {
  const save = async () => {
    await saveFrom("seller/packing-slips", "packing-slips.pdf", { parts: numbers.join(",") });
    return undefined;
  };
  const label =
    numbers.length === 1 ? t("Packing slip") : tn("{count} packing slip", "{count} packing slips", numbers.length);
  return <SaveButton label={label} save={save} />;
}
