import { ApiError } from "@kit/http/error";
import { useEffect, useState } from "react";
import { finishProvider, reasonInWords } from "./doors";
import type { Entered } from "./factor-api";
import { takeProviderReturn } from "./provider-return";

interface Returned {
  busy: boolean;
  /** A sentence about what happened there. */
  word?: string;
  /** The address that has to be confirmed with a code. */
  confirm?: string;
}

/** After the way back from an issuer: signs in, or says why not and what to do. */
export function useProviderReturn(onEntered: (entered: Entered) => void): Returned {
  const [state, setState] = useState<Returned>({ busy: false });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the login is first shown
  useEffect(() => {
    const came = takeProviderReturn();
    if (came?.outcome === "failed") setState({ busy: false, word: reasonInWords(came.reason) });
    if (came?.outcome !== "back") return;
    setState({ busy: true });
    finishProvider()
      .then(({ data }) => {
        setState({ busy: false });
        onEntered(data);
      })
      .catch((problem: unknown) => {
        if (!(problem instanceof ApiError)) throw problem;
        setState({ busy: false, word: problem.message, confirm: addressOf(problem) });
      });
  }, []);

  return state;
}

function addressOf({ code, details }: ApiError): string | undefined {
  const found: unknown = details.identifier;
  return code === "confirm_by_code" && typeof found === "string" ? found : undefined;
}
