import { AuthProvider } from "@kit/auth/auth-provider";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { TeamPage } from "./team-page";

const words = (en: string) => ({ en, hi: en });
const roles = {
  roles: [
    { code: "owner", ...words("Owner"), permissions: ["staff.edit", "orders.read"], can_grant: true },
    { code: "support", ...words("Support"), permissions: ["orders.read"], can_grant: true },
  ],
  permissions: [
    { code: "orders.read", ...words("See orders") },
    { code: "staff.edit", ...words("Invite people") },
  ],
};
const nia = { id: "m1", name: "Nia", contact: "n•••@x", role: "owner", since: "2026-01-01T00:00:00Z", is_you: true };
const olaf = { ...nia, id: "m2", name: "Olaf", contact: "o•••@x", role: "support", is_you: false };

function team(permissions: string[], more: Parameters<typeof serve>[0] = {}) {
  const user = { id: "u", name: "Nia", email: "n@x", phone: null };
  const me = { user, portal: "admin", brand: null, role: "owner", permissions, shops: [], viewing: null };
  const calls = serve({
    "POST auth/refresh": () => ({ data: { access: "t" } }),
    "GET me": () => ({ data: me }),
    "GET admin/team/roles": () => ({ data: roles }),
    "GET admin/team/members": () => ({ data: [nia, olaf] }),
    "GET admin/team/invitations": () => ({ data: [] }),
    ...more,
  });
  const page = draw(
    <AuthProvider starting={null} login={() => null}>
      <TeamPage />
    </AuthProvider>,
  );
  return page.then(() => calls);
}

test("an owner removes somebody only after a second look, and never themselves", async () => {
  const calls = await team(["staff.edit"], { "DELETE admin/team/members/m2": () => ({}) });
  await userEvent.click(await screen.findByRole("button", { name: "Remove Olaf" }));
  expect(screen.queryByRole("button", { name: "Remove Nia" })).toBeNull();
  expect(calls.some(({ method }) => method === "DELETE")).toBe(false);
  const dialog = await screen.findByRole("alertdialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
  await expect.poll(() => calls.some(({ method }) => method === "DELETE")).toBe(true);
});

test("whoever does not lead the team sees the permission table and nobody's contact", async () => {
  const calls = await team(["orders.read"]);
  expect((await screen.findAllByText("See orders")).length).toBeGreaterThan(0);
  expect(screen.getAllByRole("img", { name: "no" })).toHaveLength(1);
  expect(calls.some(({ path }) => path.startsWith("admin/team/members"))).toBe(false);
});

test("a refused invitation is told in the server's words", async () => {
  const error = { code: "already_invited", message: "l•••@x was invited already." };
  await team(["staff.edit"], { "POST admin/team/invitations": () => ({ status: 409, error }) });
  await userEvent.click(await screen.findByRole("button", { name: "Invite" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("Mobile number or e-mail"), "lena@x");
  await userEvent.click(within(dialog).getByRole("button", { name: /Role/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Support" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Invite" }));
  expect(await screen.findByText("l•••@x was invited already.")).toBeTruthy();
});
