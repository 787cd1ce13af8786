import type { Challenge } from "@kit/auth/api";
import { http } from "@kit/http/client";

export interface SignIn {
  id: string;
  device: string;
  place: string;
  portal_name: string;
  brand: string;
  since: string;
  last_seen: string;
  is_current: boolean;
}

export interface Contacts {
  email: string | null;
  phone: string | null;
}

export interface Merge {
  id: string;
  status: string;
  next_proof: "source" | "source_factor" | "target" | "";
  conflicts: string[];
}

export interface SentCode {
  challenge_id: string | null;
  masked: string;
}

export const endSignIn = (id: string) => http.delete(`me/sessions/${id}`);
export const endOthers = () => http.delete("me/sessions");
export const askConfirmation = () => http.post<Challenge>("me/confirmations");
export const confirmByCode = (challenge_id: string, code: string) =>
  http.post("me/confirmations/proof", { challenge_id, code });
export const askForAddress = (identifier: string) => http.post<Challenge>("me/contacts", { identifier });
export const proveAddress = (challenge_id: string, code: string) =>
  http.post<Contacts>("me/contacts/proof", { challenge_id, code });
export const offerMerge = (challenge_id: string) => http.post<Merge>("me/merges", { challenge_id });
export const askMergeCode = (id: string) => http.post<SentCode>(`me/merges/${id}/codes`);
export const proveMerge = (id: string, challenge_id: string | null, code: string) =>
  http.post<Merge>(`me/merges/${id}/proofs`, { challenge_id, code });
