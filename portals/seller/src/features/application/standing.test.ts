import { expect, test } from "vitest";
import type { Application } from "@/api/types";
import { standing } from "./standing";

const application = (change: Partial<Application>) =>
  ({ status: "draft", seller_status: "applied", decision_reason: null, ...change }) as Application;

test("whoever has not applied is told how long it takes", () => {
  expect(standing(null).next).toContain("ten minutes");
});

test("the verifier's reason is what the applicant reads", () => {
  const now = standing(application({ status: "needs_changes", decision_reason: "The PAN is of another person." }));
  expect(now).toMatchObject({ tone: "warn", next: "The PAN is of another person." });
});

test("an open shop has nothing due", () => {
  expect(standing(application({ status: "verified", seller_status: "active" })).open).toBe(true);
});

test("a verified business still waits for the marketplace", () => {
  expect(standing(application({ status: "verified" })).open).toBeUndefined();
});
