import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { useState } from "react";
import { EnrolStep } from "./enrol-step";
import { type Enrolled, factorPasskey, type NextStep, type SignedIn, signInByFactor } from "./factor-api";
import { FactorForm } from "./factor-form";
import { RecoveryCodes } from "./recovery-codes";

interface SecondStepProps {
  step: NextStep;
  onAccess: (access: string) => void;
  onBack: () => void;
}

export function stepWords({ next }: NextStep) {
  return next === "enrol"
    ? {
        title: t("Set up a second step"),
        lead: t("People who work here confirm each sign-in with something that they have, not only with a code."),
      }
    : { title: t("Confirm that it is you"), lead: t("One more step, because a code alone is not enough here.") };
}

/** After the first proof: the factor, or setting one up; then what the person has to keep or to know. */
export function SecondStep({ step, onAccess, onBack }: SecondStepProps) {
  const [entered, setEntered] = useState<SignedIn | Enrolled>();
  const access = entered?.access ?? "";
  if (entered?.recovery_codes) return <RecoveryCodes codes={entered.recovery_codes} onDone={() => onAccess(access)} />;
  if (entered?.recovery_codes_left !== undefined)
    return <AfterRecovery left={entered.recovery_codes_left} {...{ access, onAccess }} />;
  const done = (found: SignedIn | Enrolled) => {
    if (found.recovery_codes || found.recovery_codes_left !== undefined) setEntered(found);
    else onAccess(found.access ?? "");
  };
  return (
    <div className="flex flex-col gap-4">
      {step.next === "enrol" ? (
        <EnrolStep ticket={step.ticket} onDone={done} />
      ) : (
        <FactorForm
          methods={step.methods}
          label={t("Sign in")}
          send={(proof) => signInByFactor(step.ticket, proof)}
          beginPasskey={() => factorPasskey(step.ticket)}
          done={done}
        />
      )}
      <Button look="quiet" size="sm" className="self-start" onPress={onBack}>
        {t("Start again")}
      </Button>
    </div>
  );
}

function AfterRecovery(props: { left: number; access: string; onAccess: (access: string) => void }) {
  const anew = () => {
    window.history.replaceState(null, "", "/security");
    props.onAccess(props.access);
  };
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title={t("You used a recovery code")}>
        {t("{count} are left. If your phone or key is lost, set up a new one and remove the old one.", {
          count: props.left,
        })}
      </Notice>
      <Button look="solid" onPress={anew}>
        {t("Set up a new device")}
      </Button>
      <Button look="quiet" onPress={() => props.onAccess(props.access)}>
        {t("Later")}
      </Button>
    </div>
  );
}
