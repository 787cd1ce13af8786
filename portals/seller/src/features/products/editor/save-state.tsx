import { Button } from "@kit/ui/button";
import { clsx } from "clsx";
import { Check, CloudOff, LoaderCircle, PenLine } from "lucide-react";
import { t } from "@/i18n/t";
import type { SaveState } from "./use-autosave";

interface SaveNoteProps {
  state: SaveState;
  whole: boolean;
  /** Saved is not in the shop yet: the brand looks first. */
  waits?: boolean;
  retry: () => void;
}

/** Says at all times whether what one sees is kept. */
export function SaveNote({ state, whole, waits, retry }: SaveNoteProps) {
  const said = words(state, whole, waits);
  return (
    <div className="flex items-center gap-2">
      <p role="status" className={clsx("inline-flex items-center gap-1.5 text-sm", said.tone)}>
        {said.icon}
        {said.text}
      </p>
      {state === "failed" && (
        <Button size="sm" onPress={retry}>
          {t("Try again")}
        </Button>
      )}
    </div>
  );
}

function words(state: SaveState, whole: boolean, waits = false) {
  const quiet = "text-muted";
  if (state === "saving" || state === "waiting") {
    return { text: t("Saving …"), tone: quiet, icon: <LoaderCircle aria-hidden size={15} className="animate-spin" /> };
  }
  if (state === "saved" && whole)
    return {
      text: waits ? t("Saved; waits for the brand") : t("Saved"),
      tone: quiet,
      icon: <Check aria-hidden size={15} />,
    };
  const icon = state === "failed" ? <CloudOff aria-hidden size={15} /> : <PenLine aria-hidden size={15} />;
  const text = {
    saved: t("Saved, but for what is marked"),
    failed: t("Not saved"),
    refused: t("Not saved: see what is marked"),
    late: t("Not saved: changed elsewhere"),
  }[state];
  return { text, tone: state === "saved" ? "text-warn" : "text-bad", icon };
}
