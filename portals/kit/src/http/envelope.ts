import { t } from "@kit/i18n/t";
import { ApiError, type FieldErrors } from "./error";

export interface Meta {
  request_id?: string;
  page?: number;
  limit?: number;
  total?: number;
  [more: string]: unknown;
}

export interface Answer<Data> {
  data: Data;
  meta: Meta;
}

interface Envelope<Data> {
  status: "success" | "error";
  data?: Data;
  error?: { code: string; message: string; details?: FieldErrors };
  meta?: Meta;
}

/** The data and meta of an answer; raises the ApiError that the server described. */
export async function unwrap<Data>(response: Response): Promise<Answer<Data>> {
  if (response.status === 204) return { data: undefined as Data, meta: {} };
  const body = (await response.json().catch(() => null)) as Envelope<Data> | null;
  if (response.ok && body?.status === "success") return { data: body.data as Data, meta: body.meta ?? {} };
  throw new ApiError({
    status: response.status,
    code: body?.error?.code ?? "unreadable_answer",
    message: body?.error?.message ?? t("The server's answer could not be read. Try again in a moment."),
    details: body?.error?.details,
    requestId: body?.meta?.request_id ?? response.headers.get("X-Request-ID") ?? undefined,
  });
}
