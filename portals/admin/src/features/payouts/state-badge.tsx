import { Badge } from "@kit/ui/badge";
import { stateText, TONES } from "./words";

export function StateBadge({ state }: { state: string }) {
  return <Badge tone={TONES[state]}>{stateText(state)}</Badge>;
}
