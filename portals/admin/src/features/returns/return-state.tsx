import { Badge } from "@kit/ui/badge";
import { t } from "@/i18n/t";
import type { Returned } from "./types";
import { stateText, stateTone } from "./words";

export function ReturnState({ of: { status, is_escalated } }: { of: Returned }) {
  const waits = status === "requested" && is_escalated;
  return <Badge tone={waits ? "bad" : stateTone(status)}>{waits ? t("The brand decides") : stateText(status)}</Badge>;
}
