import { saveFrom } from "@kit/files/save-file";
import { Button } from "@kit/ui/button";
import { toastProblem } from "@kit/ui/toast";
import { Download } from "lucide-react";
import { useState } from "react";
import { t } from "@/i18n/t";

/** Saves one document as PDF. */
export function TakeButton({ id, number }: { id: string; number: string }) {
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      await saveFrom(`seller/documents/${id}/file`, `${number.replaceAll("/", "-")}.pdf`);
    } catch (problem) {
      toastProblem(problem);
    }
    setBusy(false);
  };
  return (
    <Button
      size="icon"
      look="quiet"
      className="relative"
      aria-label={t("Save {number} as PDF", { number })}
      isPending={busy}
      onPress={() => void take()}
    >
      {!busy && <Download aria-hidden size={16} />}
    </Button>
  );
}
