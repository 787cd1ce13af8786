import { useState } from "react";
import type { GiftCardRow, IssuedCard } from "@/api/types";
import { IssuedCode } from "./issued-code";
import { NewCode } from "./new-code";

/** What becomes of a code: it is told, or asked for anew and then told. */
export function useToldCode() {
  const [issued, tell] = useState<IssuedCard>();
  const [asked, ask] = useState<Pick<GiftCardRow, "id" | "last4">>();
  const replace = () => {
    ask(issued?.card);
    tell(undefined);
  };
  const windows = (
    <>
      {asked && <NewCode card={asked} onIssued={tell} onClose={() => ask(undefined)} />}
      {issued && !asked && <IssuedCode of={issued} onReplace={replace} onClose={() => tell(undefined)} />}
    </>
  );
  return { tell, ask, windows };
}
