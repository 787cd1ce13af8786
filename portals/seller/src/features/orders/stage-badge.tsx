import { Badge } from "@kit/ui/badge";
import { stageText, stageTone } from "./stages";

export function StageBadge({ status }: { status: string }) {
  return <Badge tone={stageTone(status)}>{stageText(status)}</Badge>;
}
