import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AuthProvider } from "./auth-provider";
import { LoginScreen } from "./login-screen";
import { SignInWays } from "./sign-in-ways";

const offered = { code: true, password: true, providers: [{ key: "google", name: "Google" }] };
const options = { "GET auth/options": () => ({ data: offered }) };
const login = (onAccess = vi.fn()) => draw(<LoginScreen mark="Haat" title="Sign in" lead="" onAccess={onAccess} />);

const at = (address: string) => window.history.replaceState(null, "", address);
beforeEach(() => at("/"));
afterEach(() => at("/"));

test("a password is one press away and signs in", async () => {
  const onAccess = vi.fn();
  const calls = serve({ ...options, "POST auth/password": () => ({ data: { access: "token", is_new: false } }) });
  await login(onAccess);
  await userEvent.click(await screen.findByRole("button", { name: "Use a password" }));
  await userEvent.type(screen.getByLabelText("Mobile number or e-mail"), "asha@example.com");
  const box = screen.getByLabelText("Password");
  expect([box.getAttribute("type"), box.getAttribute("autocomplete")]).toEqual(["password", "current-password"]);
  await userEvent.type(box, "seven green parrots{Enter}");
  await vi.waitFor(() => expect(onAccess).toHaveBeenCalledWith("token"));
  expect(calls.at(-1)?.body).toEqual({ identifier: "asha@example.com", password: "seven green parrots" });
});

test("a wrong password is told at its box, and a code is still offered", async () => {
  const wrong = { code: "wrong_password", message: "No.", details: { password: ["Wrong, or not set."] } };
  serve({ ...options, "POST auth/password": () => ({ status: 422, error: wrong }) });
  await login();
  await userEvent.click(await screen.findByRole("button", { name: "Use a password" }));
  await userEvent.type(screen.getByLabelText("Password"), "x{Enter}");
  expect(await screen.findByText("Wrong, or not set.")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Get a code instead" }));
  expect(screen.getByRole("button", { name: "Send code" })).toBeTruthy();
});

test("the issuers of this host are buttons that lead there, with the page kept for the way back", async () => {
  at("/orders?status=placed");
  const calls = serve({ ...options, "POST auth/providers/start": () => ({ data: { url: "#away" } }) });
  await login();
  await userEvent.click(await screen.findByRole("button", { name: "Sign in with Google" }));
  await vi.waitFor(() => expect(window.location.hash).toBe("#away"));
  expect(calls.at(-1)?.body).toEqual({ provider: "google", next: "/orders?status=placed" });
});

test("whoever comes back from an issuer is let in, and the address is clean again", async () => {
  at("/orders?status=placed&provider=back");
  const onAccess = vi.fn();
  serve({ ...options, "POST auth/providers/finish": () => ({ data: { access: "token", is_new: false } }) });
  await login(onAccess);
  await vi.waitFor(() => expect(onAccess).toHaveBeenCalledWith("token"));
  expect(window.location.search).toBe("?status=placed");
});

test("an address that has to be confirmed is filled in and explained", async () => {
  at("/?provider=back");
  const details = { provider: "Aster staff", identifier: "nia@example.com" };
  const error = { code: "confirm_by_code", message: "Confirm your address once with a code.", details };
  serve({ ...options, "POST auth/providers/finish": () => ({ status: 409, error }) });
  await login();
  expect(await screen.findByText("Confirm your address once with a code.")).toBeTruthy();
  expect(screen.getByRole("textbox")).toHaveProperty("value", "nia@example.com");
});

test("a visit that came to nothing is told in words", async () => {
  at("/?provider=failed&reason=cancelled");
  serve(options);
  await login();
  expect((await screen.findByRole("alert")).textContent).toContain("You stopped the sign-in there");
  expect(window.location.search).toBe("");
});

const ways = { password: true, may_change: true, accounts: [], providers: offered.providers };
const account = { id: 7, name: "Google", email: "asha@gmail.com", connected_at: "2026-11-01T10:00:00Z" };

const settings = (found: object, more: object = {}) => {
  const me = {
    user: { id: "1", name: "Asha", email: null, phone: null },
    portal: "staff",
    brand: null,
    role: "owner",
  };
  const calls = serve({
    "POST auth/refresh": () => ({ data: { access: "token", expires_in: 900 } }),
    "GET me": () => ({ data: { ...me, permissions: [] } }),
    "GET me/sign-in": () => ({ data: { ...ways, ...found } }),
    ...more,
  });
  const page = (
    <AuthProvider starting={null} login={() => null}>
      <SignInWays />
    </AuthProvider>
  );
  return draw(page).then(() => calls);
};

test("a password is set, and a short one is not even sent", async () => {
  const calls = await settings({ password: false }, { "PUT me/password": () => ({ data: null }) });
  await userEvent.click(await screen.findByRole("button", { name: "Set a password" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("New password"), "short{Enter}");
  expect(await dialog.findByText(/at least 8 characters/)).toBeTruthy();
  await userEvent.type(dialog.getByLabelText("New password"), " and three more{Enter}");
  await vi.waitFor(() => expect(calls.some(({ method }) => method === "PUT")).toBe(true));
  expect(calls.find(({ method }) => method === "PUT")?.body).toEqual({ password: "short and three more" });
});

test("an account is disconnected after a question", async () => {
  const calls = await settings({ accounts: [account] }, { "DELETE me/accounts/7": () => ({ data: null }) });
  await userEvent.click(await screen.findByRole("button", { name: "Disconnect Google" }));
  await userEvent.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: "Disconnect" }));
  await vi.waitFor(() => expect(calls.some(({ path }) => path === "me/accounts/7")).toBe(true));
});

test("without a fresh sign-in nothing can be changed, and it is said why", async () => {
  await settings({ may_change: false, accounts: [account] });
  expect(await screen.findByText("To change this, sign in again")).toBeTruthy();
  for (const name of ["Change password", "Remove password", "Disconnect Google", "Connect Google"]) {
    expect(screen.getByRole("button", { name })).toHaveProperty("disabled", true);
  }
});
