import { PORTAL_KEY } from "@kit/app/portal-info";
import { ApiError } from "@kit/http/error";
import { ErrorState } from "@kit/ui/error-state";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { fetchMe, logout, type Me } from "./api";
import { choosePlace, chosenPlace } from "./place";
import { endSession, onSessionEnd, renewAccess, startSession } from "./session";

interface Auth {
  me: Me;
  signOut: () => Promise<void>;
}

type State = { at: "starting" } | { at: "out" } | { at: "in"; me: Me } | { at: "broken"; problem: ApiError };

const AuthContext = createContext<Auth | null>(null);

export function useAuth(): Auth {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error("useAuth is used outside of AuthProvider");
  return auth;
}

interface AuthProviderProps {
  login: (onAccess: (access: string) => void) => ReactNode;
  starting: ReactNode;
  children: ReactNode;
}

/** Shows the portal to whoever is signed in here, and the login to everyone else. */
export function AuthProvider({ login, starting, children }: AuthProviderProps) {
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ at: "starting" });

  const enter = useCallback(async () => {
    try {
      let { data } = await fetchMe();
      if (!data.role && chosenPlace()) {
        choosePlace(null); // they do not work there any more
        data = (await fetchMe()).data;
      }
      setState({ at: "in", me: data });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setState(problem.status === 401 ? { at: "out" } : { at: "broken", problem });
    }
  }, []);

  const start = useCallback(async () => {
    try {
      if (await renewAccess()) await enter();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      setState({ at: "broken", problem });
    }
  }, [enter]);

  useEffect(() => {
    const leave = onSessionEnd(() => {
      // What anyone may know stays; what this person saw goes.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== PORTAL_KEY });
      setState({ at: "out" });
    });
    void start();
    return leave;
  }, [queries, start]);

  const signOut = async () => {
    await logout().catch(() => undefined);
    endSession();
  };

  if (state.at === "starting") return starting;
  if (state.at === "broken") return <ErrorState problem={state.problem} retry={start} />;
  if (state.at === "out") {
    return login((access) => {
      startSession(access);
      void enter();
    });
  }
  return <AuthContext.Provider value={{ me: state.me, signOut }}>{children}</AuthContext.Provider>;
}
