import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { AuthProvider, useAuth } from "./auth-provider";

const me = { user: { id: "1", name: "Ravi", email: null, phone: null }, portal: "staff", brand: null, role: "owner" };
const signedOut = { status: 401, error: { code: "signed_out", message: "You are not signed in." } };

function Name() {
  return <p>Hello {useAuth().me.user.name}</p>;
}

const portal = () =>
  draw(
    <AuthProvider starting={<p>Starting</p>} login={() => <p>Please sign in</p>}>
      <Name />
    </AuthProvider>,
  );

test("a visitor with a living cookie is let in", async () => {
  serve({
    "POST auth/refresh": () => ({ data: { access: "token", expires_in: 900 } }),
    "GET me": () => ({ data: { ...me, permissions: [] } }),
  });
  await portal();
  expect(await screen.findByText("Hello Ravi")).toBeTruthy();
});

test("a visitor without one is asked to sign in", async () => {
  serve({ "POST auth/refresh": () => signedOut });
  await portal();
  expect(await screen.findByText("Please sign in")).toBeTruthy();
});

test("a server that is down is said, not taken for a sign-out", async () => {
  serve({ "POST auth/refresh": () => ({ status: 503, error: { code: "down", message: "Back in a minute." } }) });
  await portal();
  expect(await screen.findByText("Back in a minute.")).toBeTruthy();
  expect(screen.getByText("req-1")).toBeTruthy();
});
