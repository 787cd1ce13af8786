import { LanguageToggle } from "@kit/shell/language-toggle";
import { ThemeToggle } from "@kit/shell/theme-toggle";
import { type ReactNode, useState } from "react";
import type { Challenge } from "./api";
import { CodeForm } from "./code-form";
import type { Entered, NextStep } from "./factor-api";
import { IdentifierForm } from "./identifier-form";
import { PasskeySignIn } from "./passkey-sign-in";
import { SecondStep, stepWords } from "./second-step";

interface LoginScreenProps {
  mark: ReactNode;
  title: string;
  lead: string;
  onAccess: (access: string) => void;
}

export function LoginScreen({ mark, title, lead, onAccess }: LoginScreenProps) {
  const [challenge, setChallenge] = useState<Challenge>();
  const [step, setStep] = useState<NextStep>();
  const enter = (entered: Entered) => ("next" in entered ? setStep(entered) : onAccess(entered.access));
  const startAgain = () => {
    setStep(undefined);
    setChallenge(undefined);
  };
  const words = step ? stepWords(step) : { title, lead };
  return (
    <div className="flex min-h-dvh flex-col">
      <div aria-hidden className="h-1 bg-brand" />
      <header className="flex items-center justify-between gap-3 px-4 py-3 sm:px-6">
        {mark}
        <div className="flex gap-1">
          <LanguageToggle />
          <ThemeToggle />
        </div>
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[8vh] pb-16 sm:pt-[14vh]">
        <div className="w-full max-w-sm">
          <h1 className="font-semibold text-2xl tracking-tight">{words.title}</h1>
          <p className="mt-1.5 mb-7 text-muted">{words.lead}</p>
          {step ? (
            <SecondStep step={step} onAccess={onAccess} onBack={startAgain} />
          ) : challenge ? (
            <CodeForm
              challenge={challenge}
              onNewChallenge={setChallenge}
              onEntered={enter}
              onBack={() => setChallenge(undefined)}
            />
          ) : (
            <>
              <IdentifierForm onChallenge={setChallenge} />
              <PasskeySignIn onEntered={enter} />
            </>
          )}
        </div>
      </main>
    </div>
  );
}
