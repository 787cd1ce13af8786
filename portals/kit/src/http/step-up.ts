import type { ApiError } from "./error";

/** Asks the person for a second factor; true when they gave it. */
type Ask = (methods: string[]) => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Whoever draws the dialog says so here; the returned function takes it back. */
export function answerStepUps(dialog: Ask) {
  ask = dialog;
  return () => {
    ask = undefined;
  };
}

/** Whether a refused call may be sent again: the person proved who they are. Calls that come together ask once. */
export async function provedAfter(problem: ApiError): Promise<boolean> {
  if (!ask || !["step_up_required", "factor_required"].includes(problem.code)) return false;
  asking ??= ask(problem.details.methods ?? []).finally(() => {
    asking = undefined;
  });
  return asking;
}
