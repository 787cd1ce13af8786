import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { NextStep } from "./factor-api";
import { SecondStep } from "./second-step";

const signedIn = { access: "token", is_new: false };
const step = (next: NextStep["next"], methods: NextStep["methods"]): NextStep => ({ next, ticket: "t1", methods });

const at = (given: NextStep, onAccess = vi.fn()) =>
  draw(<SecondStep step={given} onAccess={onAccess} onBack={vi.fn()} />);

test("the code of the app finishes the sign-in with its ticket", async () => {
  const onAccess = vi.fn();
  const calls = serve({ "POST auth/factor": () => ({ data: signedIn }) });
  await at(step("factor", ["totp", "recovery_code"]), onAccess);
  await userEvent.type(await screen.findByLabelText("Code of your authenticator app"), "123456");
  await vi.waitFor(() => expect(onAccess).toHaveBeenCalledWith("token"));
  expect(calls[0]?.body).toEqual({ ticket: "t1", method: "totp", code: "123456" });
});

test("a recovery code lets in with a hint to set up anew", async () => {
  const onAccess = vi.fn();
  serve({ "POST auth/factor": () => ({ data: { ...signedIn, recovery_codes_left: 4 } }) });
  await at(step("factor", ["totp", "recovery_code"]), onAccess);
  await userEvent.click(await screen.findByRole("button", { name: "Use a recovery code" }));
  await userEvent.type(screen.getByLabelText(/Recovery code/), "abcd{Enter}");
  expect(await screen.findByText(/4 are left/)).toBeTruthy();
  expect(onAccess).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Later" }));
  expect(onAccess).toHaveBeenCalledWith("token");
});

test("enrolling shows key and picture, and the recovery codes before the portal", async () => {
  const onAccess = vi.fn();
  const setup = { id: "a1", secret: "ABCDEFGH", uri: "otpauth://totp/x", qr: "data:image/svg+xml,x" };
  serve({
    "POST auth/enrolment/authenticator": () => ({ data: setup }),
    "POST auth/enrolment/authenticator/confirmation": () => ({ data: { ...signedIn, recovery_codes: ["AAAA-BBBB"] } }),
  });
  await at(step("enrol", ["totp"]), onAccess);
  await userEvent.click(await screen.findByRole("button", { name: "Set up an authenticator app" }));
  expect(await screen.findByText("ABCD EFGH")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("Code that the app shows"), "123456");
  expect(await screen.findByText("AAAA-BBBB")).toBeTruthy();
  expect(onAccess).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "I have kept them" }));
  expect(onAccess).toHaveBeenCalledWith("token");
});
