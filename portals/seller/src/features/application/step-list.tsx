import { Button } from "@kit/ui/button";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import { useState } from "react";
import type { Application } from "@/api/types";
import { t } from "@/i18n/t";
import { StepForm } from "./step-form";
import { type ApplicationStep, applicationSteps, isFilled, savedValue } from "./steps";

/** The steps with the first unfinished one open. */
export function StepList({ application, editable }: { application: Application | null; editable: boolean }) {
  const steps = applicationSteps();
  const [open, setOpen] = useState(() =>
    editable ? steps.find((step) => !isFilled(application, step))?.id : undefined,
  );
  const openAfter = (id: string) => steps[steps.findIndex((step) => step.id === id) + 1]?.id;
  return (
    <ol className="card divide-y divide-line">
      {steps.map((step, index) => (
        <li key={step.id} className="p-4">
          <div className="flex items-start gap-3">
            <StepNumber number={index + 1} done={isFilled(application, step)} />
            <div className="min-w-0 flex-1">
              <h2 className="font-semibold text-sm">{step.title}</h2>
              <p className="text-muted text-sm">{open === step.id ? step.why : summary(application, step)}</p>
            </div>
            {editable && open !== step.id && (
              <Button size="sm" onPress={() => setOpen(step.id)}>
                {isFilled(application, step) ? t("Edit") : t("Fill in")}
              </Button>
            )}
          </div>
          {open === step.id && (
            <div className="mt-4 sm:pl-9">
              <StepForm step={step} application={application} onSaved={() => setOpen(openAfter(step.id))} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function summary(application: Application | null, step: ApplicationStep): string {
  const said = step.fields.map(({ name }) => savedValue(application, name)).filter(Boolean);
  return said.length > 0 ? said.join(" · ") : step.why;
}

function StepNumber({ number, done }: { number: number; done: boolean }) {
  return (
    <span
      className={clsx(
        "tnum grid size-6 shrink-0 place-items-center rounded-full font-medium text-xs",
        done ? "bg-good-soft text-good" : "bg-sunken text-muted",
      )}
    >
      {done ? <Check size={14} aria-label={t("Done")} /> : number}
    </span>
  );
}
