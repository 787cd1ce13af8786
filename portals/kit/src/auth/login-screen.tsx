import { LanguageToggle } from "@kit/shell/language-toggle";
import { ThemeToggle } from "@kit/shell/theme-toggle";
import { type ReactNode, useState } from "react";
import type { Challenge } from "./api";
import { CodeForm } from "./code-form";
import { IdentifierForm } from "./identifier-form";

interface LoginScreenProps {
  mark: ReactNode;
  title: string;
  lead: string;
  onAccess: (access: string) => void;
}

export function LoginScreen({ mark, title, lead, onAccess }: LoginScreenProps) {
  const [challenge, setChallenge] = useState<Challenge>();
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
          <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
          <p className="mt-1.5 mb-7 text-muted">{lead}</p>
          {challenge ? (
            <CodeForm
              challenge={challenge}
              onNewChallenge={setChallenge}
              onAccess={onAccess}
              onBack={() => setChallenge(undefined)}
            />
          ) : (
            <IdentifierForm onChallenge={setChallenge} />
          )}
        </div>
      </main>
    </div>
  );
}
