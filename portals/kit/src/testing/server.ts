import { vi } from "vitest";

interface Reply {
  status?: number;
  data?: unknown;
  meta?: object;
  error?: { code: string; message: string; details?: object };
}

export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Handler = (sent: Sent) => Reply | Promise<Reply>;

/** Stands in for the API at the only place where the portals touch it: `fetch`. Unknown calls fail the test. */
export function serve(handlers: Record<string, Handler>): Sent[] {
  const calls: Sent[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit = {}) => {
    const path = address.replace("/api/v1/", "");
    const sent = {
      method: init.method ?? "GET",
      path,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    calls.push(sent);
    const handler = handlers[`${sent.method} ${path.split("?")[0]}`];
    if (!handler) throw new Error(`nobody answers ${sent.method} ${path}`);
    const { status = 200, data = null, meta = {}, error } = await handler(sent);
    const body = error
      ? { status: "error", error: { details: {}, ...error }, meta: { request_id: "req-1" } }
      : { status: "success", data, meta: { version: "v1", request_id: "req-1", ...meta } };
    return new Response(JSON.stringify(body), { status });
  });
  return calls;
}
