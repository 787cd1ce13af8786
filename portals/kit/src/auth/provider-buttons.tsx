import { useResource } from "@kit/app/use-resource";
import { ApiError } from "@kit/http/error";
import { t } from "@kit/i18n/t";
import { Button } from "@kit/ui/button";
import { Notice } from "@kit/ui/notice";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { leaveForProvider, OPTIONS, type Options } from "./doors";

/** One button for each issuer that this host offers; the page one wanted to see is kept for the way back. */
export function ProviderButtons() {
  const { data } = useResource<Options>(OPTIONS);
  const [leaving, setLeaving] = useState<string>();
  const [word, setWord] = useState("");
  if (!data?.providers.length) return null;

  const leave = async (key: string) => {
    setLeaving(key);
    setWord("");
    try {
      const answer = await leaveForProvider(key, window.location.pathname + window.location.search);
      window.location.assign(answer.data.url);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setLeaving(undefined);
      setWord(problem.message);
    }
  };

  return (
    <div className="flex flex-col gap-2">
      {data.providers.map(({ key, name }) => (
        <Button key={key} isPending={leaving === key} isDisabled={!!leaving} onPress={() => void leave(key)}>
          {leaving !== key && <KeyRound aria-hidden size={15} />}
          {t("Sign in with {name}", { name })}
        </Button>
      ))}
      {word && <Notice tone="bad" alert title={word} />}
    </div>
  );
}
