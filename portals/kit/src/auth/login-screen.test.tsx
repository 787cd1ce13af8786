import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { LoginScreen } from "./login-screen";

const challenge = { challenge_id: "c1", channel: "sms", masked: "+91 ••• 001", expires_in: 300, resend_in: 30 };
const login = (onAccess = vi.fn()) => draw(<LoginScreen mark="Haat" title="Sign in" lead="" onAccess={onAccess} />);

async function askForCode() {
  await userEvent.type(await screen.findByRole("textbox"), "+919820000001{Enter}");
  return screen.findByLabelText("Code sent to +91 ••• 001");
}

test("a pasted code with spaces signs in without a further press", async () => {
  const onAccess = vi.fn();
  const calls = serve({
    "POST auth/login": () => ({ data: challenge }),
    "POST auth/verify": () => ({ data: { access: "token", is_new: false } }),
  });
  await login(onAccess);
  await userEvent.click(await askForCode());
  await userEvent.paste("123 456");
  await vi.waitFor(() => expect(onAccess).toHaveBeenCalledWith("token"));
  expect(calls.at(-1)?.body).toEqual({ challenge_id: "c1", code: "123456" });
});

test("a wrong code is told at the box in the server's words", async () => {
  const wrong = { code: "wrong_code", message: "Look again.", details: { code: ["You have 4 tries left."] } };
  serve({
    "POST auth/login": () => ({ data: challenge }),
    "POST auth/verify": () => ({ status: 422, error: wrong }),
  });
  await login();
  await userEvent.type(await askForCode(), "123456");
  expect(await screen.findByText("You have 4 tries left.")).toBeTruthy();
});

test("the code box can be filled by the device, and a new code has to wait", async () => {
  serve({ "POST auth/login": () => ({ data: challenge }) });
  await login();
  const box = await askForCode();
  expect(box.getAttribute("autocomplete")).toBe("one-time-code");
  expect(screen.getByRole("button", { name: "New code in 30 s" })).toHaveProperty("disabled", true);
});

test("a refusal without a field is shown above the button", async () => {
  serve({ "POST auth/login": () => ({ status: 429, error: { code: "too_many", message: "Wait a minute." } }) });
  await login();
  await userEvent.type(await screen.findByRole("textbox"), "+919820000001{Enter}");
  expect((await screen.findByRole("alert")).textContent).toContain("Wait a minute.");
});
