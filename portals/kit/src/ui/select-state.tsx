import { t } from "@kit/i18n/t";
import { LoaderCircle } from "lucide-react";
import { Button } from "react-aria-components";
import type { Source } from "./choices";

/** In the place of the chosen value while there is nothing to choose from. */
export function Coming() {
  return (
    <span className="flex items-center gap-2 text-muted">
      <LoaderCircle aria-hidden size={14} className="animate-spin" />
      {t("Loading")}
    </span>
  );
}

export function NotCome({ source }: { source: Source }) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-2 text-bad text-xs">
      {t("The choices could not be loaded.")}
      <Button
        slot={null}
        className="cursor-pointer py-1 font-medium text-ink underline underline-offset-2"
        onPress={() => void source.refetch()}
      >
        {t("Try again")}
      </Button>
    </p>
  );
}
