import { Badge, type Tone } from "@kit/ui/badge";
import { stateWords } from "./dispute-words";

const TONES: Record<string, Tone> = {
  evidence_due: "warn",
  submitted: "info",
  won: "good",
  lost: "bad",
  accepted: "bad",
};

export function DisputeState({ state }: { state: string }) {
  return <Badge tone={TONES[state] ?? "plain"}>{stateWords()[state] ?? state}</Badge>;
}
