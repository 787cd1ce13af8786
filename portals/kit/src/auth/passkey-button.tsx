import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { PasskeyGivenUp } from "./passkey";

interface PasskeyButtonProps {
  label: string;
  look?: "solid" | "outline" | "quiet";
  /** The whole way: options from the server, the browser's window, the answer back. */
  run: () => Promise<void>;
}

/** Opens the browser's own window for passkeys; what went wrong is said below. */
export function PasskeyButton({ label, look = "outline", run }: PasskeyButtonProps) {
  const [busy, setBusy] = useState(false);
  const [word, setWord] = useState("");

  const press = async () => {
    setBusy(true);
    setWord("");
    try {
      await run();
    } catch (problem) {
      if (problem instanceof PasskeyGivenUp) setWord(t("No passkey was used. Try again, or choose another way."));
      else if (problem instanceof ApiError) setWord(problem.message);
      else throw problem;
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="flex flex-col gap-1.5">
      <Button look={look} isPending={busy} onPress={() => void press()}>
        {!busy && <KeyRound aria-hidden size={15} />}
        {label}
      </Button>
      <p role="status" className="text-bad text-xs empty:hidden">
        {word}
      </p>
    </div>
  );
}
