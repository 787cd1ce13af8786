import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { toastDone, toastProblem } from "@kit/ui/toast";
import { Download } from "lucide-react";
import { useState } from "react";

interface SaveButtonProps {
  label: string;
  save: () => Promise<number | undefined>;
}

/** Writes a file and keeps it; busy for as long as that takes. */
export function SaveButton({ label, save }: SaveButtonProps) {
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const rows = await save();
      toastDone(rows === undefined ? t("Saved") : t("Saved: {count} rows", { count: rows }));
    } catch (problem) {
      toastProblem(problem);
    }
    setBusy(false);
  };
  return (
    <Button onPress={() => void run()} isPending={busy}>
      {!busy && <Download aria-hidden size={15} />}
      {label}
    </Button>
  );
}
