import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { SessionsSection } from "./sessions-section";

const facts = { place: "127.0.•.•", portal_name: "Admin", brand: "Aster", since: "2026-11-01T08:00:00Z" };
const rows = [
  { ...facts, id: "a", device: "Chrome, Windows", last_seen: "2026-11-02T08:00:00Z", is_current: true },
  { ...facts, id: "b", device: "Safari, iPhone", last_seen: "2026-11-01T09:00:00Z", is_current: false },
];

test("this device is marked and has no way out of here", async () => {
  serve({ "GET me/sessions": () => ({ data: rows }) });
  await draw(<SessionsSection />);
  expect(await screen.findByText("This device")).toBeTruthy();
  expect(screen.getAllByRole("button").map((one) => one.textContent)).toEqual([
    "Sign out there",
    "Sign out everywhere else",
  ]);
});

test("another device is signed out by its id and goes from the list", async () => {
  let left = rows;
  const calls = serve({
    "GET me/sessions": () => ({ data: left }),
    "DELETE me/sessions/b": () => {
      left = rows.slice(0, 1);
      return {};
    },
  });
  await draw(<SessionsSection />);
  await userEvent.click(await screen.findByRole("button", { name: "Sign out there: Safari, iPhone" }));
  await vi.waitFor(() => expect(screen.queryByText("Safari, iPhone")).toBeNull());
  expect(calls.some(({ method, path }) => method === "DELETE" && path === "me/sessions/b")).toBe(true);
});

test("everywhere else asks who it is first, then goes on by itself", async () => {
  let fresh = false;
  const stale = { code: "fresh_login_required", message: "Confirm that it is you." };
  const calls = serve({
    "GET me/sessions": () => ({ data: rows }),
    "DELETE me/sessions": () => (fresh ? {} : { status: 403, error: stale }),
    "POST me/confirmations": () => ({ data: { challenge_id: "c1", masked: "r•••@example.com" } }),
    "POST me/confirmations/proof": () => {
      fresh = true;
      return { data: { fresh_for: 300 } };
    },
  });
  await draw(<SessionsSection />);
  await userEvent.click(await screen.findByRole("button", { name: "Sign out everywhere else" }));
  await userEvent.click(await screen.findByRole("button", { name: "Send code" }));
  await userEvent.type(await screen.findByLabelText("Six-digit code"), "123456{Enter}");
  await vi.waitFor(() => expect(calls.filter(({ method }) => method === "DELETE")).toHaveLength(2));
  await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a list that does not come says so and can be asked for again", async () => {
  serve({ "GET me/sessions": () => ({ status: 500, error: { code: "broken", message: "Broken." } }) });
  await draw(<SessionsSection />);
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});
