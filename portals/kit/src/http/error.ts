import { t } from "@kit/i18n/t";

export type FieldErrors = Record<string, string[]>;

/** A refusal of the server, in its own words. `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: FieldErrors;
  readonly requestId: string | undefined;

  constructor(facts: { status: number; code: string; message: string; details?: FieldErrors; requestId?: string }) {
    super(facts.message);
    this.name = "ApiError";
    this.status = facts.status;
    this.code = facts.code;
    this.details = facts.details ?? {};
    this.requestId = facts.requestId;
  }
}

/** For `fetch(…).catch`: no answer came, which a person can often mend. */
export function offline(): never {
  throw new ApiError({
    status: 0,
    code: "offline",
    message: t("No connection to the server. Check your network and try again."),
  });
}
