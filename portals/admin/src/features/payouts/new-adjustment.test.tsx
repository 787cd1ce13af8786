import { AuthProvider } from "@kit/auth/auth-provider";
import { draw } from "@kit/testing/render";
import { serve } from "@kit/testing/server";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { NewAdjustment } from "./new-adjustment";

test("a write-off is sent as one, above nothing and never as money taken", async () => {
  const user = { id: "u", name: "Nia", email: "n@x", phone: null };
  const me = { user, portal: "admin", brand: null, role: "finance", permissions: ["payouts.adjust"], shops: [] };
  const calls = serve({
    "POST auth/refresh": () => ({ data: { access: "t" } }),
    "GET me": () => ({ data: { ...me, viewing: null } }),
    "GET admin/payout-sellers": () => ({ data: [{ id: "s1", name: "Ravi Traders" }] }),
    "POST admin/payout-adjustments": () => ({ status: 201, data: {} }),
  });
  await draw(
    <AuthProvider starting={null} login={() => null}>
      <NewAdjustment />
    </AuthProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "New adjustment" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: /Direction/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Write off what it owes" }));
  expect(dialog.getByText(/at most what the seller owes/)).toBeTruthy();
  await userEvent.click(dialog.getByRole("button", { name: /Seller/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Ravi Traders" }));
  await userEvent.type(dialog.getByLabelText("Amount"), "300");
  await userEvent.type(dialog.getByLabelText("Reason"), "Closed");
  await userEvent.click(dialog.getByRole("button", { name: "Book it" }));
  await expect
    .poll(() => calls.find(({ method, path }) => method === "POST" && path === "admin/payout-adjustments")?.body)
    .toEqual({ seller_id: "s1", reason: "Closed", write_off: true, amount_minor: 30000 });
});
