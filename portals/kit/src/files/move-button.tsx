import { useAct } from "@kit/form/use-act";
import { http } from "@kit/http/client";
import { Button } from "@kit/ui/button";
import type { FileImport, Verb } from "./types";

interface MoveButtonProps {
  base: string;
  row: FileImport;
  verb: Verb;
  label: string;
  doneText: string;
  solid?: boolean;
}

/** A step that can be undone by another press; shown only when the server offers it. */
export function MoveButton({ base, row, verb, label, doneText, solid }: MoveButtonProps) {
  const { run, running } = useAct(() => http.post(`${base}/imports/${row.id}/moves`, { verb }), doneText);
  if (!row.actions.includes(verb)) return null;
  return (
    <Button size="sm" look={solid ? "solid" : "outline"} isPending={running} onPress={() => run(undefined)}>
      {label}
    </Button>
  );
}
