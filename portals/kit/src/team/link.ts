import { http } from "@kit/http/client";
import { ApiError } from "@kit/http/error";
import { useEffect, useState } from "react";
import type { Letter } from "./types";

export const INVITATION_PATH = "/invitation";

/** The letter behind the link that was followed. Its token is in the fragment and leaves the address at once. */
export function useFollowedLink() {
  const [letter, setLetter] = useState<Letter>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const token = location.hash.slice(1);
    if (location.pathname !== INVITATION_PATH || !token) return;
    history.replaceState(null, "", INVITATION_PATH);
    http
      .post<Letter>("auth/invitations", { token })
      .then(({ data }) => setLetter(data))
      .catch((reason: unknown) => {
        if (!(reason instanceof ApiError)) throw reason;
        setProblem(reason.message);
      });
  }, []);
  return { letter, problem };
}
