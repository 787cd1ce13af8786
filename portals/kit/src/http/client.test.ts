import { accessToken, endSession, onSessionEnd, startSession } from "@kit/auth/session";
import { serve } from "@kit/testing/server";
import { beforeEach, expect, test, vi } from "vitest";
import { http } from "./client";
import { ApiError } from "./error";
import { answerStepUps } from "./step-up";

beforeEach(() => startSession("old"));

const expired = { status: 401, error: { code: "token_expired", message: "Sign in again." } };

test("an answer is taken out of its envelope with its meta", async () => {
  serve({ "GET things": () => ({ data: [1, 2], meta: { total: 40 } }) });
  const { data, meta } = await http.get<number[]>("things", { page: 2, q: "" });
  expect(data).toEqual([1, 2]);
  expect(meta.total).toBe(40);
});

test("filters that are empty stay out of the address", async () => {
  const calls = serve({ "GET things": () => ({ data: [] }) });
  await http.get("things", { page: 2, q: "", status: undefined });
  expect(calls[0]?.path).toBe("things?page=2");
});

test("calls that expire together renew the login once and are asked again", async () => {
  const calls = serve({
    "GET things": ({ headers }) => (headers.get("Authorization") === "Bearer new" ? { data: "ok" } : expired),
    "POST auth/refresh": () => ({ data: { access: "new", expires_in: 900 } }),
  });
  const answers = await Promise.all([http.get("things"), http.get("things"), http.get("things")]);
  expect(answers.map(({ data }) => data)).toEqual(["ok", "ok", "ok"]);
  expect(calls.filter(({ path }) => path === "auth/refresh")).toHaveLength(1);
});

test("a login that cannot be renewed ends, and the screens are told", async () => {
  const told = vi.fn();
  const leave = onSessionEnd(told);
  serve({ "GET things": () => expired, "POST auth/refresh": () => expired });
  await expect(http.get("things")).rejects.toMatchObject({ status: 401 });
  expect(told).toHaveBeenCalledOnce();
  expect(accessToken()).toBeUndefined();
  leave();
});

test("no network is told apart from a refusal and does not sign anybody out", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(http.get("things")).rejects.toMatchObject({ status: 0, code: "offline" });
  expect(accessToken()).toBe("old");
});

test("a refusal keeps the server's words, fields and request id", async () => {
  serve({
    "POST things": () => ({
      status: 422,
      error: { code: "invalid", message: "Look at the fields.", details: { price: ["Too low."] } },
    }),
  });
  const refusal = await http.post("things", {}, "key-1").catch((problem: unknown) => problem);
  expect(refusal).toBeInstanceOf(ApiError);
  expect(refusal).toMatchObject({ code: "invalid", details: { price: ["Too low."] }, requestId: "req-1" });
});

test("the idempotency key travels in its header", async () => {
  const calls = serve({ "POST things": () => ({ data: null }) });
  await http.post("things", {}, "key-1");
  expect(calls[0]?.headers.get("Idempotency-Key")).toBe("key-1");
  endSession();
});

const asks = { status: 403, error: { code: "step_up_required", message: "Confirm.", details: { methods: ["totp"] } } };

test("an act that needs a proof asks for it once and is sent again with the same key", async () => {
  let proved = false;
  const calls = serve({ "POST things": () => (proved ? { data: "done" } : asks) });
  const dialog = vi.fn(async () => {
    proved = true;
    return true;
  });
  const leave = answerStepUps(dialog);
  const answers = await Promise.all([http.post("things", {}, "key-1"), http.post("things", {}, "key-1")]);
  expect(answers.map(({ data }) => data)).toEqual(["done", "done"]);
  expect(dialog).toHaveBeenCalledExactlyOnceWith(["totp"]);
  expect(new Set(calls.map(({ headers }) => headers.get("Idempotency-Key")))).toEqual(new Set(["key-1"]));
  leave();
});

test("who does not prove it gets the refusal, and is not asked in a circle", async () => {
  const calls = serve({ "POST things": () => asks });
  const leave = answerStepUps(async () => true);
  await expect(http.post("things", {})).rejects.toMatchObject({ code: "step_up_required" });
  expect(calls).toHaveLength(2);
  leave();
  await expect(http.post("things", {})).rejects.toMatchObject({ code: "step_up_required" });
  expect(calls).toHaveLength(3);
});
