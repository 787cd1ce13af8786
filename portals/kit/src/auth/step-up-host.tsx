import { answerStepUps } from "@kit/http/step-up";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Method } from "./factor-api";

const StepUpDialog = lazy(async () => ({ default: (await import("./step-up-dialog")).StepUpDialog }));

interface Asked {
  methods: Method[];
  answer: (proved: boolean) => void;
}

/** Opens the dialog by itself when a call is refused for want of a second factor; the call waits for the answer. */
export function StepUpHost() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(
    () => answerStepUps((methods) => new Promise((answer) => setAsked({ methods: methods as Method[], answer }))),
    [],
  );
  if (!asked) return null;
  const close = (proved: boolean) => {
    setAsked(undefined);
    asked.answer(proved);
  };
  return (
    <Suspense>
      <StepUpDialog methods={asked.methods} onClose={close} />
    </Suspense>
  );
}
