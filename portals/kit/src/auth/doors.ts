import { call, http } from "@kit/http/client";
import { t } from "@kit/i18n/t";
import type { Entered } from "./factor-api";

/** An issuer whose accounts are good for this portal. */
export interface Provider {
  key: string;
  name: string;
}

export interface Options {
  code: boolean;
  password: boolean;
  providers: Provider[];
}

export interface Ways {
  password: boolean;
  /** False when the last proof is older than some minutes: then nothing here can be changed. */
  may_change: boolean;
  accounts: { id: number; name: string; email: string; connected_at: string }[];
  providers: Provider[];
}

export const WAYS = "me/sign-in";
export const OPTIONS = "auth/options";

export const signInByPassword = (identifier: string, password: string) =>
  http.post<Entered>("auth/password", { identifier, password });
export const leaveForProvider = (provider: string, next: string) =>
  http.post<{ url: string }>("auth/providers/start", { provider, next });
export const finishProvider = () => http.post<Entered>("auth/providers/finish");
export const setPassword = (password: string) => call<null>("PUT", "me/password", { body: { password } });
export const removePassword = () => call<null>("DELETE", "me/password");
export const connectProvider = (provider: string, next: string) =>
  http.post<{ url: string }>("me/accounts", { provider, next });
export const disconnectAccount = (id: number) => call<null>("DELETE", `me/accounts/${id}`);

/** Why nothing came of a visit to an issuer, for a person. */
export function reasonInWords(reason: string | null): string {
  switch (reason) {
    case "cancelled":
      return t("You stopped the sign-in there. Choose a way to go on.");
    case "expired":
      return t("This sign-in took too long, or began in another browser. Try again.");
    case "unverified":
      return t("The other side has not verified your e-mail address. Sign in with a code.");
    case "domain":
      return t("Accounts with this e-mail address may not sign in here.");
    case "stranger":
      return t("You have no access here. Ask the owner to invite this address.");
    case "taken":
      return t("This account belongs to another person here.");
    default:
      return t("The sign-in did not work. Try again, or sign in with a code.");
  }
}
