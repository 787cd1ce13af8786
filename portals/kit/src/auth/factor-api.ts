import { call, http } from "@kit/http/client";
import type { CreationOptions, RequestOptions } from "./passkey";

export type Method = "totp" | "recovery_code" | "passkey";

/** Signed in; codes are there right after the first factor was set up, a count after one was used. */
export interface SignedIn {
  access: string;
  is_new: boolean;
  recovery_codes?: string[];
  recovery_codes_left?: number;
}

/** What is missing after the first proof, with a ticket that is good for that alone. */
export interface NextStep {
  next: "factor" | "enrol";
  ticket: string;
  methods: Method[];
}

export type Entered = SignedIn | NextStep;

export type Proof = { method: "totp" | "recovery_code"; code: string } | ({ method: "passkey" } & PasskeyAnswer);

export interface PasskeyAnswer {
  challenge_id: string;
  credential: object;
}

export interface Begun<Options> {
  challenge_id: string;
  options: Options;
}

export interface Setup {
  id: string;
  secret: string;
  uri: string;
  qr: string;
}

/** Codes are null when the person has some already; the rest is there when a ticket was given. */
export type Enrolled = Partial<Omit<SignedIn, "recovery_codes">> & { recovery_codes?: string[] | null };

export interface Factor {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
}

export interface Factors {
  authenticators: Factor[];
  passkeys: Factor[];
  recovery_codes_left: number;
  reset: { due_at: string } | null;
  is_needed: boolean;
}

const post = async <Data>(path: string, body: object = {}) => (await http.post<Data>(path, body)).data;

export const signInByFactor = (ticket: string, proof: Proof) => post<SignedIn>("auth/factor", { ticket, ...proof });
export const factorPasskey = (ticket: string) => post<Begun<RequestOptions>>("auth/factor/passkey", { ticket });
export const beginPasskeySignIn = () => post<Begun<RequestOptions>>("auth/passkey/options");
export const signInByPasskey = (answer: PasskeyAnswer) => post<Entered>("auth/passkey", answer);
export const stepUp = (proof: Proof) => post<{ proved_for: number }>("auth/step-up", proof);
export const stepUpPasskey = () => post<Begun<RequestOptions>>("auth/step-up/passkey");

const withTicket = (ticket?: string) => (ticket ? { ticket } : {});
export const beginApp = (ticket?: string) => post<Setup>("auth/enrolment/authenticator", withTicket(ticket));
export const confirmApp = (ticket: string | undefined, given: { id: string; code: string; name: string }) =>
  post<Enrolled>("auth/enrolment/authenticator/confirmation", { ...withTicket(ticket), ...given });
export const beginPasskey = (ticket?: string) =>
  post<Begun<CreationOptions>>("auth/enrolment/passkey", withTicket(ticket));
export const keepPasskey = (ticket: string | undefined, given: PasskeyAnswer & { name: string }) =>
  post<Enrolled>("auth/enrolment/passkey/confirmation", { ...withTicket(ticket), ...given });

export const renewCodes = () => post<{ recovery_codes: string[] }>("me/factors/recovery-codes");
export const renamePasskey = (id: string, name: string) => http.patch<null>(`me/factors/passkeys/${id}`, { name });
export const removeFactor = (kind: "authenticators" | "passkeys", id: string) =>
  call<null>("DELETE", `me/factors/${kind}/${id}`);
export const cancelReset = () => call<null>("DELETE", "me/factors/reset");
