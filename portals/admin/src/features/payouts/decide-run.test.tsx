import { AuthProvider } from "@kit/auth/auth-provider";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { DecideRun } from "./decide-run";
import type { RunRow } from "./types";
import { WaitsForPeople } from "./waits-for-people";

const run = (facts: Partial<RunRow>) =>
  ({
    id: "r1",
    number: 7,
    status: "proposed",
    total: { minor: 11000000, currency: "INR", text: "₹1,10,000.00" },
    payouts: 2,
    people_missing: 1,
    proposed_by: "Nia",
    may_decide: true,
    ...facts,
  }) as RunRow;

function shown(row: RunRow) {
  const user = { id: "u", name: "Nia", email: "n@x", phone: null };
  const me = { user, portal: "admin", brand: null, role: "finance", permissions: ["payouts.run"], shops: [] };
  const calls = serve({
    "POST auth/refresh": () => ({ data: { access: "t" } }),
    "GET me": () => ({ data: { ...me, viewing: null } }),
    "POST admin/payout-runs/r1/approval": () => ({ data: {} }),
  });
  const page = draw(
    <AuthProvider starting={null} login={() => null}>
      <WaitsForPeople run={row} />
      <DecideRun run={row} />
    </AuthProvider>,
  );
  return page.then(() => calls);
}

test("the first of two people is told that nothing is paid yet", async () => {
  const calls = await shown(run({ people_missing: 2, proposed_by: null }));
  await userEvent.click(await screen.findByRole("button", { name: "Approve first" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/Nothing is paid yet. ₹1,10,000.00 is sent when one more person/)).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: "Approve first" }));
  await expect.poll(() => calls.at(-1)?.path).toBe("admin/payout-runs/r1/approval");
});

test("the second one sends the money", async () => {
  await shown(run({}));
  await userEvent.click(await screen.findByRole("button", { name: "Approve and pay" }));
  expect(await screen.findByText(/₹1,10,000.00 is sent to 2 sellers/)).toBeTruthy();
});

test("who said yes before may only reject", async () => {
  await shown(run({ may_decide: false }));
  expect(await screen.findByText(/One more person has to approve/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Reject" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
});
