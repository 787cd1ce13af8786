import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { useState } from "react";
import { type Challenge, resendCode } from "./api";
import { useCountdown } from "./use-countdown";

interface ResendCodeProps {
  challenge: Challenge;
  onNewChallenge: (challenge: Challenge) => void;
}

/** Asks for a fresh code once the server's cool-down is over. */
export function ResendCode({ challenge, onNewChallenge }: ResendCodeProps) {
  const wait = useCountdown(challenge.resend_in);
  const [word, setWord] = useState("");

  const resend = async () => {
    try {
      const { data } = await resendCode(challenge.challenge_id);
      onNewChallenge(data);
      wait.restart(data.resend_in);
      setWord(t("A new code is on its way."));
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setWord(problem.message);
    }
  };

  return (
    <>
      <Button look="quiet" size="sm" isDisabled={wait.left > 0} onPress={resend}>
        {wait.left > 0 ? t("New code in {seconds} s", { seconds: wait.left }) : t("Send a new code")}
      </Button>
      <p role="status" className="basis-full text-muted text-xs empty:hidden">
        {word}
      </p>
    </>
  );
}
