import { unwrap } from "@kit/http/envelope";
import { offline } from "@kit/http/error";
import { leaveView, viewToken } from "@kit/view-as/view";

/**
 * The access token lives in this module alone, so a reload or a stolen storage dump has nothing to give;
 * the refresh token is an HttpOnly cookie that script cannot read.
 */
let token: string | undefined;
let renewal: Promise<boolean> | undefined;
const endListeners = new Set<() => void>();

export const accessToken = () => token;

export function startSession(access: string) {
  token = access;
}

/** Forgets the token and tells the screens, which then show the login. */
export function endSession() {
  token = undefined;
  for (const listener of endListeners) listener();
}

export function onSessionEnd(listener: () => void) {
  endListeners.add(listener);
  return () => {
    endListeners.delete(listener);
  };
}

/** Asks for a new access token by cookie. Calls that come together share one request: a used refresh token is dead. */
export function renewAccess(): Promise<boolean> {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renew(): Promise<boolean> {
  const borrowed = viewToken();
  if (borrowed) {
    // Refused once already: the view is over, and there is no way to prolong it.
    if (token === borrowed) leaveView();
    else startSession(borrowed);
    return token === borrowed;
  }
  const response = await fetch("/api/v1/auth/refresh", {
    method: "POST",
    headers: { Accept: "application/json" },
  }).catch(offline);
  if (response.status === 401 || response.status === 403) {
    endSession();
    return false;
  }
  const { data } = await unwrap<{ access: string }>(response);
  startSession(data.access);
  return true;
}
