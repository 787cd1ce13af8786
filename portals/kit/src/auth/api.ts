import { setCurrency } from "@kit/format/currency";
import { call, http } from "@kit/http/client";
import type { Entered } from "./factor-api";

export interface Challenge {
  challenge_id: string;
  channel: "email" | "sms";
  masked: string;
  expires_in: number;
  resend_in: number;
}

export interface Person {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

export interface Brand {
  slug: string;
  name: string;
  currency: string;
}

/** Set while staff look as somebody else. */
export interface BorrowedView {
  subject: string;
  reason: string;
  expires_at: string;
}

export interface Me {
  user: Person;
  portal: string;
  brand: Brand | null;
  role: string | null;
  permissions: string[];
  /** The places of this portal that they work at, by id; the first is the chosen one. */
  shops: string[];
  viewing: BorrowedView | null;
}

export const requestCode = (identifier: string) => http.post<Challenge>("auth/login", { identifier });
export const resendCode = (challenge_id: string) => http.post<Challenge>("auth/resend", { challenge_id });
export const verifyCode = (challenge_id: string, code: string) =>
  http.post<Entered>("auth/verify", { challenge_id, code });
export const logout = () => call<void>("POST", "auth/logout", { body: {} });
export async function fetchMe() {
  const answer = await http.get<Me>("me");
  setCurrency(answer.data.brand?.currency);
  return answer;
}
