import { chosenPlace, PLACE_HEADER } from "@kit/auth/place";
import { accessToken, renewAccess } from "@kit/auth/session";
import { viewToken } from "@kit/view-as/view";
import { type Answer, unwrap } from "./envelope";
import { ApiError, offline } from "./error";
import { provedAfter } from "./step-up";

export type Query = Record<string, string | number | boolean | undefined>;

interface Call {
  query?: Query;
  body?: unknown;
  /** Sent as Idempotency-Key: the same key gets the first answer again instead of a second effect. */
  key?: string;
  signal?: AbortSignal;
}

export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(name, String(value));
  }
  const search = params.toString();
  return `/api/v1/${path}${search ? `?${search}` : ""}`;
}

/** Who asks, and for which place. */
export function callerHeaders(): Headers {
  const headers = new Headers({ Accept: "application/json" });
  const token = accessToken();
  if (token) headers.set("Authorization", `Bearer ${token}`);
  const place = chosenPlace();
  if (place && !viewToken()) headers.set(PLACE_HEADER, place);
  return headers;
}

function send(method: string, path: string, { query, body, key, signal }: Call): Promise<Response> {
  const headers = callerHeaders();
  if (key) headers.set("Idempotency-Key", key);
  const isFile = body instanceof Blob;
  if (body !== undefined) headers.set("Content-Type", isFile ? "application/octet-stream" : "application/json");
  const content = isFile || body === undefined ? body : JSON.stringify(body);
  const init = { method, headers, signal, body: content as BodyInit | undefined };
  return fetch(address(path, query), init).catch((problem: unknown) => {
    if (signal?.aborted) throw problem;
    return offline();
  });
}

/**
 * One call of the API. An expired login is renewed once, silently; an act that needs a second factor asks for it and is
 * sent once more, with the same key. What the server refuses is raised as ApiError.
 */
export async function call<Data>(method: string, path: string, options: Call = {}): Promise<Answer<Data>> {
  try {
    return await callOnce<Data>(method, path, options);
  } catch (problem) {
    if (problem instanceof ApiError && (await provedAfter(problem))) return callOnce<Data>(method, path, options);
    throw problem;
  }
}

/** A file that only the signed-in person may have, saved under a name. */
export async function download(path: string, query?: Query): Promise<Blob> {
  let response = await send("GET", path, { query });
  if (response.status === 401 && (await renewAccess())) response = await send("GET", path, { query });
  if (!response.ok) await unwrap(response);
  return response.blob();
}

async function callOnce<Data>(method: string, path: string, options: Call): Promise<Answer<Data>> {
  const response = await send(method, path, options);
  const mayRenew = response.status === 401 && !path.startsWith("auth/");
  if (mayRenew && (await renewAccess())) return unwrap<Data>(await send(method, path, options));
  return unwrap<Data>(response);
}

export const http = {
  get: <Data>(path: string, query?: Query, signal?: AbortSignal) => call<Data>("GET", path, { query, signal }),
  post: <Data>(path: string, body?: unknown, key?: string) => call<Data>("POST", path, { body: body ?? {}, key }),
  delete: <Data>(path: string) => call<Data>("DELETE", path),
  /** A file as the body itself: nothing is wrapped around it, so that neither side holds it in memory. */
  upload: <Data>(path: string, file: Blob, query?: Query) => call<Data>("POST", path, { body: file, query }),
  patch: <Data>(path: string, body: unknown) => call<Data>("PATCH", path, { body }),
  put: <Data>(path: string, body: unknown) => call<Data>("PUT", path, { body }),
};
